package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import java.time.Duration;
import java.util.List;

/** F4: every page loses its connection every two seconds. All of it arrives, and no page has to fetch itself. */
public final class FlappingClient implements Scenario {

    private static final Duration EVERY = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "F4 flapping client";
    }

    @Override
    public Bench.Plan plan() {
        return Bench.Plan.pair(Bench.Plan.Redis.FORGETFUL);
    }

    @Override
    public Report run(Bench bench, Settings settings) {
        List<SimulatedPage> pages = bench.openPages(settings.pages(), PageSettings.of(), bench.balancer());
        int cuts = 0;
        try (Publisher publisher = bench.publisher(bench.balancer())) {
            publisher.start(settings.rate());
            long end = System.nanoTime() + settings.duration().toNanos();
            while (System.nanoTime() < end) {
                pages.get(cuts++ % pages.size()).cut();
                Condition.pass(EVERY.dividedBy(pages.size()));
            }
            publisher.stop();
        }
        int resyncs = pages.stream().mapToInt(SimulatedPage::resyncs).sum();
        return bench.finish(new Report().figure("cuts", cuts).atMost("pages told to resync", 0, resyncs));
    }
}
