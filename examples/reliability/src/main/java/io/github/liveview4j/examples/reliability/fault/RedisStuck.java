package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import io.github.liveview4j.examples.reliability.history.Publication;
import io.github.liveview4j.examples.reliability.history.Publication.Outcome;
import io.github.liveview4j.examples.support.RedisProcess;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** F3: the Redis is there and of no use. Publishers are told, calls go on, memory does not grow without end. */
public final class RedisStuck implements Scenario {

    /** In which way it is of no use. */
    public enum Fault {
        /** It answers nothing. */
        FROZEN,
        /** It refuses to write, as a replica. */
        READ_ONLY,
        /** It refuses to write, being full. */
        FULL
    }

    private static final int HEAP_LIMIT_KB = 64 * 1024;

    private final Fault fault;
    private final long outcomeLimit = Long.getLong("reliability.outcome-limit", 1_000);

    /** Makes one. */
    public RedisStuck(Fault fault) {
        this.fault = fault;
    }

    @Override
    public String name() {
        return "F3 Redis " + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Bench.Plan plan() {
        // Nothing waits for Redis here: what becomes of a broadcast is to be known at once.
        return Bench.Plan.pair(Bench.Plan.Redis.FORGETFUL, "--liveview.redis.outage-queue.age=300ms");
    }

    @Override
    public Report run(Bench bench, Settings settings) throws InterruptedException {
        List<SimulatedPage> pages = bench.openPages(settings.pages(), PageSettings.of(), bench.balancer());
        long heap = heap(bench);
        CallProbe calls = new CallProbe();
        Report report = new Report();
        long began;
        long ended;
        try (Publisher publisher = bench.publisher(bench.balancer())) {
            publisher.start(settings.rate());
            Condition.pass(settings.duration().dividedBy(4));
            began = System.nanoTime();
            begin(bench.machines().redis());
            report.atMost(
                    "health says so after ms",
                    1_000,
                    Condition.await(
                            Duration.ofSeconds(5),
                            () -> !bench.machines().node(0).isHealthy()));
            while (System.nanoTime() - began < settings.duration().toNanos()) {
                calls.callFrom(pages.subList(0, Math.min(4, pages.size())));
            }
            ended = System.nanoTime();
            end(bench.machines().redis());
            Condition.pass(settings.duration().dividedBy(4));
            publisher.stop();
        }
        List<Publication> during = bench.history().publications().stream()
                .filter(each -> each.startedAt() > began && each.startedAt() < ended)
                .toList();
        long slowest = during.stream()
                .mapToLong(each -> (each.endedAt() - each.startedAt()) / 1_000_000)
                .max()
                .orElse(-1);
        report.figure("published during", during.size())
                .figure(
                        "not sequenced",
                        during.stream()
                                .filter(each -> each.outcome() != Outcome.SEQUENCED)
                                .count())
                .atMost("slowest outcome ms", outcomeLimit, slowest)
                .atMost("heap grown KB", HEAP_LIMIT_KB, Math.max(0, heap(bench) - heap));
        calls.report(report, 1_000);
        return bench.finish(report);
    }

    private void begin(RedisProcess redis) {
        switch (fault) {
            case FROZEN -> redis.freeze();
            case READ_ONLY -> redis.makeReadOnly();
            case FULL -> redis.limitMemory(1);
        }
    }

    private void end(RedisProcess redis) {
        switch (fault) {
            case FROZEN -> redis.thaw();
            case READ_ONLY -> redis.makeWritable();
            case FULL -> redis.limitMemory(0);
        }
    }

    private static long heap(Bench bench) {
        return Long.parseLong(bench.machines().node(0).get("/figures").split(" ")[0]);
    }
}
