package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import java.time.Duration;
import java.util.List;

/** F7: one of two servers does not reach the Redis for a while. It says so, its calls go on, and afterwards all agree. */
public final class Partition implements Scenario {

    @Override
    public String name() {
        return "F7 partition";
    }

    @Override
    public Bench.Plan plan() {
        return Bench.Plan.pair(Bench.Plan.Redis.FORGETFUL);
    }

    @Override
    public Report run(Bench bench, Settings settings) throws InterruptedException {
        Machines machines = bench.machines();
        List<SimulatedPage> cutOff = bench.openPages(settings.pages() / 2, PageSettings.of(), machines.node(0)::port);
        bench.openPages(settings.pages() / 2, PageSettings.of(), machines.node(1)::port);
        CallProbe calls = new CallProbe();
        Report report = new Report();
        try (Publisher publisher = bench.publisher(bench.balancer())) {
            publisher.start(settings.rate());
            Condition.pass(settings.duration().dividedBy(4));
            machines.toRedis(0).partition();
            report.atMost(
                    "health says so after ms",
                    5_000,
                    Condition.await(Duration.ofSeconds(5), () -> !healthy(machines.node(0))));
            long end = System.nanoTime() + settings.duration().toNanos();
            while (System.nanoTime() < end) {
                calls.callFrom(cutOff.subList(0, Math.min(4, cutOff.size())));
            }
            machines.toRedis(0).restore();
            Condition.pass(settings.duration().dividedBy(4));
            publisher.stop();
        }
        report.require(healthy(machines.node(1)), "the other server is not healthy");
        report.atMost(
                "healthy again after ms",
                10_000,
                Condition.await(Duration.ofSeconds(10), () -> healthy(machines.node(0))));
        calls.report(report, 1_000);
        return bench.finish(report);
    }

    private static boolean healthy(NodeProcess node) {
        return node.get("/actuator/health").contains("\"status\":\"UP\"");
    }
}
