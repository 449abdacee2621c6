package io.github.liveview4j.examples.benchmark.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Measures the library beside the same application written by hand, and writes a table, pictures and the lines that they are made of.
 *
 * <pre>{@code
 * ./mvnw -q -pl examples/benchmark -am compile spring-boot:run
 * ./mvnw -q -pl examples/benchmark -am compile spring-boot:run -Dspring-boot.run.arguments="--form=short --only=rtt50,rtt500"
 * }</pre>
 *
 * <p>All rounds go through all scenarios, and each scenario from one server to the next at once: what else the machine does
 * meanwhile hits all of them, and a ratio of one round is worth more than a figure.
 */
public final class Benchmark {

    private final Options options;
    private final Lines lines;

    private Benchmark(Options options) {
        this.options = options;
        this.lines = new Lines(options.output());
    }

    /**
     * Runs it.
     *
     * @param args see {@code docs/performance.md}
     */
    public static void main(String[] args) {
        run(Options.of(args));
        System.exit(0);
    }

    static void run(Options options) {
        Benchmark benchmark = new Benchmark(options);
        if (!options.isReport()) {
            benchmark.measure();
        }
        new Report(options.output(), benchmark.lines.all(), options).write();
    }

    private void measure() {
        if (!options.isMore()) {
            lines.clear();
        }
        int first = lines.lastRound() + 1;
        Optional<RedisServer> redis = RedisServer.program().map(RedisServer::start);
        try {
            for (int round = first; round < first + options.rounds(); round++) {
                for (Group group : Plan.of(options)) {
                    if (!group.needsRedis() || redis.isPresent()) {
                        run(group, round, redis.map(RedisServer::port).orElse(1));
                    }
                }
            }
        } finally {
            redis.ifPresent(RedisServer::close);
        }
    }

    private void run(Group group, int round, int redisPort) {
        // Who comes first differs from round to round.
        List<Setup> setups = new ArrayList<>(group.setups());
        Collections.rotate(setups, round);
        if (group.isTogether()) {
            run(setups, group.scenarios(), round, redisPort);
        } else {
            setups.forEach(setup -> run(List.of(setup), group.scenarios(), round, redisPort));
        }
    }

    private void run(List<Setup> setups, List<Scenario> scenarios, int round, int redisPort) {
        List<Bed> beds = new ArrayList<>();
        try {
            setups.stream()
                    .filter(setup -> scenarios.stream().anyMatch(scenario -> scenario.fits(setup)))
                    .forEach(setup -> beds.add(Bed.start(setup, redisPort)));
            beds.forEach(Bed::awaitStarted);
            beds.forEach(bed -> bed.heat(options.form().heat()));
            for (Scenario scenario : scenarios) {
                for (Bed bed : beds) {
                    if (scenario.fits(bed.setup())) {
                        scenario.run(
                                bed,
                                options.form(),
                                new Recorder(lines, bed.setup().name(), round));
                    }
                }
            }
        } finally {
            beds.forEach(Bed::close);
        }
    }
}
