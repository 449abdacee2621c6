package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.fault.Bench.Plan.Redis;
import java.time.Duration;
import java.util.List;

/** All rows of the fault table, each with its long form and the short one that every build runs. Immutable. */
public final class Catalogue {

    /**
     * A row.
     *
     * @param scenario what is done
     * @param settings how hard
     */
    public record Row(Scenario scenario, Settings settings) {}

    private Catalogue() {}

    /** Returns the form that every build runs, in the order that needs the fewest servers. */
    public static List<Row> shortForm() {
        return List.of(
                new Row(new HalfOpen(Duration.ofSeconds(2)), Settings.of(0, 10, 1)),
                new Row(new RedisRestarted(Redis.DURABLE, millis(100), millis(2_000)), Settings.of(1, 40, 50)),
                new Row(new CutAroundCall(16), Settings.of(0, 1, 1)),
                new Row(new FlappingClient(), Settings.of(8, 20, 50)),
                new Row(new SubscriberCut(), Settings.of(6, 20, 1)),
                new Row(new PageToSocket(), Settings.of(6, 150, 100)),
                new Row(new MovedClient(), Settings.of(9, 40, 50)),
                new Row(new SlowClient(), Settings.of(4, 40, 20)),
                new Row(new Partition(), Settings.of(5, 40, 50)),
                new Row(new RedisStuck(RedisStuck.Fault.FROZEN), Settings.of(3, 20, 50)),
                new Row(new RedisStuck(RedisStuck.Fault.READ_ONLY), Settings.of(2, 20, 50)),
                new Row(new RedisStuck(RedisStuck.Fault.FULL), Settings.of(2, 20, 50)),
                new Row(new RedisRestarted(Redis.FORGETFUL, millis(100), millis(2_000)), Settings.of(1, 40, 50)),
                new Row(new NodeKilled(), Settings.of(2, 60, 50)),
                new Row(new Storm(), Settings.of(1, 500, 5)));
    }

    /** Returns the form that is run by hand, for an hour. */
    public static List<Row> longForm() {
        Duration[] absences = {millis(100), millis(2_000), millis(15_000)};
        return List.of(
                new Row(new HalfOpen(Duration.ofSeconds(20)), Settings.of(0, 100, 1)),
                new Row(new RedisRestarted(Redis.DURABLE, absences), Settings.of(10, 200, 200)),
                new Row(new CutAroundCall(1), Settings.of(0, 1, 1)),
                new Row(new FlappingClient(), Settings.of(600, 100, 100)),
                new Row(new SubscriberCut(), Settings.of(600, 100, 1)),
                new Row(new PageToSocket(), Settings.of(600, 500, 100)),
                new Row(new MovedClient(), Settings.of(120, 200, 100)),
                new Row(new SlowClient(), Settings.of(30, 1_000, 5)),
                new Row(new Partition(), Settings.of(30, 200, 100)),
                new Row(new RedisStuck(RedisStuck.Fault.FROZEN), Settings.of(3, 200, 200)),
                new Row(new RedisStuck(RedisStuck.Fault.FROZEN), Settings.of(30, 200, 200)),
                new Row(new RedisStuck(RedisStuck.Fault.READ_ONLY), Settings.of(10, 200, 200)),
                new Row(new RedisStuck(RedisStuck.Fault.FULL), Settings.of(10, 200, 200)),
                new Row(new RedisRestarted(Redis.FORGETFUL, absences), Settings.of(10, 200, 200)),
                new Row(new NodeKilled(), Settings.of(300, 500, 200)),
                new Row(new Storm(), Settings.of(10, 10_000, 5)));
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
