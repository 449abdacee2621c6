package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import java.time.Duration;

/** F1: one of two servers is killed at random moments, again and again, while pages look on and messages are sent. */
public final class NodeKilled implements Scenario {

    @Override
    public String name() {
        return "F1 node killed";
    }

    @Override
    public Bench.Plan plan() {
        return Bench.Plan.pair(Bench.Plan.Redis.FORGETFUL);
    }

    @Override
    public Report run(Bench bench, Settings settings) {
        Balancer balancer = bench.balancer();
        bench.openPages(settings.pages(), PageSettings.of(), balancer);
        long slowest = 0;
        int kills = 0;
        try (Publisher publisher = bench.publisher(balancer)) {
            publisher.start(settings.rate());
            long end = System.nanoTime() + settings.duration().toNanos();
            do {
                Condition.pass(Duration.ofMillis(500 + bench.random().nextInt(1500)));
                NodeProcess victim = bench.machines().node(bench.random().nextInt(2));
                long killed = System.nanoTime();
                victim.kill();
                balancer.down(victim.port());
                kills++;
                long back = bench.awaitBack(killed, victim, Duration.ofSeconds(30));
                slowest = back < 0 ? Long.MAX_VALUE : Math.max(slowest, back);
                victim.start().awaitStarted();
                balancer.up(victim.port());
            } while (System.nanoTime() < end);
            publisher.stop();
        }
        return bench.finish(new Report().figure("kills", kills).atMost("slowest back ms", 10_000, slowest));
    }
}
