package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import java.time.Duration;
import java.util.List;

/** F14: pages open their sockets up to three seconds after they were made, and messages are sent all the while. */
public final class PageToSocket implements Scenario {

    private static final Duration DELAY = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "F14 page to socket";
    }

    @Override
    public Bench.Plan plan() {
        return Bench.Plan.pair(Bench.Plan.Redis.FORGETFUL);
    }

    @Override
    public Report run(Bench bench, Settings settings) {
        PageSettings late = PageSettings.of().withConnectDelay(DELAY);
        int loads = 0;
        try (Publisher publisher = bench.publisher(bench.balancer())) {
            publisher.start(settings.rate());
            long end = System.nanoTime() + settings.duration().toNanos();
            List<SimulatedPage> last = List.of();
            do {
                bench.swarm().retire(last);
                last = bench.openPages(settings.pages(), late, bench.balancer());
                loads += last.size();
                // Something has to follow, for a hole to be seen.
                Condition.pass(Duration.ofMillis(500));
            } while (System.nanoTime() < end);
            publisher.stop();
        }
        int resyncs =
                bench.swarm().pages().stream().mapToInt(SimulatedPage::resyncs).sum();
        return bench.finish(new Report().figure("loads", loads).atMost("pages told to resync", 0, resyncs));
    }
}
