package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import java.time.Duration;
import java.util.List;

/** F10: very many pages, and half of them come back at the same time because their server was killed. */
public final class Storm implements Scenario {

    @Override
    public String name() {
        return "F10 storm";
    }

    @Override
    public Bench.Plan plan() {
        return Bench.Plan.pair(Bench.Plan.Redis.FORGETFUL);
    }

    @Override
    public Report run(Bench bench, Settings settings) {
        Balancer balancer = bench.balancer();
        NodeProcess victim = bench.machines().node(0);
        List<SimulatedPage> pages = bench.openPages(settings.pages(), PageSettings.of(), balancer);
        try (Publisher publisher = bench.publisher(balancer)) {
            publisher.start(settings.rate());
            Condition.pass(settings.duration());
            long began = System.nanoTime();
            victim.kill();
            balancer.down(victim.port());
            long back = bench.awaitBack(began, victim, Duration.ofMinutes(2));
            List<SimulatedPage> moved =
                    pages.stream().filter(page -> page.lostAt() - began > 0).toList();
            long half = moved.stream()
                    .mapToLong(page -> (page.connectedAt() - began) / 1_000_000)
                    .sorted()
                    .skip(moved.size() / 2)
                    .findFirst()
                    .orElse(-1);
            publisher.stop();
            Report report = bench.finish(new Report()
                    .figure("pages", pages.size())
                    .figure("came back", moved.size())
                    .figure("half back ms", half)
                    .atMost("all back ms", 60_000, back));
            victim.start().awaitStarted();
            return report;
        }
    }
}
