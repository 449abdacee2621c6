package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** F2: the Redis is killed and is away for a moment, a while, and longer than messages wait for it. */
public final class RedisRestarted implements Scenario {

    private final Bench.Plan.Redis kind;
    private final List<Duration> absences;

    /**
     * Makes one.
     *
     * @param kind whether it remembers
     * @param absences how long it is away, one time after the other
     */
    public RedisRestarted(Bench.Plan.Redis kind, Duration... absences) {
        this.kind = kind;
        this.absences = List.of(absences);
    }

    @Override
    public String name() {
        return "F2 Redis restarted, " + (kind == Bench.Plan.Redis.DURABLE ? "AOF always" : "no persistence");
    }

    @Override
    public Bench.Plan plan() {
        return Bench.Plan.pair(kind);
    }

    @Override
    public Report run(Bench bench, Settings settings) {
        bench.openPages(settings.pages(), PageSettings.of(), bench.balancer());
        Report report = new Report();
        long slowest = 0;
        try (Publisher publisher = bench.publisher(bench.balancer())) {
            publisher.start(settings.rate());
            for (Duration absence : absences) {
                Condition.pass(settings.duration());
                Map<SimulatedPage, Integer> before = new HashMap<>();
                bench.swarm().pages().forEach(page -> before.put(page, page.resyncs()));
                bench.machines().redis().kill();
                Condition.pass(absence);
                bench.machines().redis().start();
                if (kind == Bench.Plan.Redis.FORGETFUL) {
                    long resynced = Condition.await(
                            Duration.ofSeconds(15),
                            () -> before.entrySet().stream()
                                    .allMatch(each -> each.getKey().resyncs() > each.getValue()
                                            && each.getKey().isWhole()));
                    slowest = resynced < 0 || slowest < 0 ? -1 : Math.max(slowest, resynced);
                }
            }
            Condition.pass(settings.duration());
            publisher.stop();
        }
        if (kind == Bench.Plan.Redis.FORGETFUL) {
            report.atMost("all resynced ms", 3_000, slowest);
        }
        return bench.finish(report.figure("restarts", absences.size()));
    }
}
