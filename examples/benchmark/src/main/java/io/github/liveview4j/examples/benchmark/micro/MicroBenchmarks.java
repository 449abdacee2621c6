package io.github.liveview4j.examples.benchmark.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of this package with the profiler of allocations, and writes a line for every figure and iteration.
 *
 * <p>Arguments are JMH's own, such as a part of a benchmark's name, {@code -f 3} for three processes, or {@code -prof jfr}. Without
 * them each benchmark has one process with two seconds to get warm, and three of one second that count. The lines go to
 * {@code micro.jsonl} in the folder that the system property {@code benchmark.output} names, or {@code target/benchmark}.
 */
public final class MicroBenchmarks {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private MicroBenchmarks() {}

    /**
     * Runs them.
     *
     * @param arguments JMH's
     */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException, IOException {
        Path folder = Path.of(System.getProperty("benchmark.output", "target/benchmark"));
        Files.createDirectories(folder);
        Collection<RunResult> results = new Runner(options(new CommandLineOptions(arguments))).run();
        Files.write(folder.resolve("micro.jsonl"), lines(results));
    }

    private static Options options(CommandLineOptions given) {
        OptionsBuilder builder = new OptionsBuilder();
        builder.parent(given);
        if (given.getIncludes().isEmpty()) {
            builder.include(MicroBenchmarks.class.getPackageName().replace(".", "\\.") + "\\.");
        }
        builder.mode(Mode.AverageTime).timeUnit(TimeUnit.NANOSECONDS).addProfiler(GCProfiler.class);
        builder.forks(given.getForkCount().orElse(1));
        builder.warmupIterations(given.getWarmupIterations().orElse(2));
        builder.warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)));
        builder.measurementIterations(given.getMeasurementIterations().orElse(3));
        builder.measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)));
        return builder.build();
    }

    static List<String> lines(Collection<RunResult> results) {
        List<String> lines = new ArrayList<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            int round = 0;
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    round++;
                    lines.add(line(name, iteration.getPrimaryResult().getScore(), "ns/op", round));
                    Result<?> allocated = iteration.getSecondaryResults().get(ALLOCATED);
                    if (allocated != null) {
                        lines.add(line(name, allocated.getScore(), "B/op", round));
                    }
                }
            }
        }
        return lines;
    }

    /** The scenario is class and method; of the renderer, the method says by whom it is rendered. */
    private static String line(String benchmark, double value, String unit, int round) {
        String[] names = benchmark
                .substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1)
                .split("\\.");
        String part = Character.toLowerCase(names[0].charAt(0))
                + names[0].substring(1).replace("Benchmark", "");
        boolean isRender = part.equals("render");
        return String.format(
                Locale.ROOT,
                "{\"figure\":\"micro\",\"scenario\":\"%s\",\"server\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"round\":%d}",
                isRender ? part : part + "." + names[1],
                isRender ? names[1] : "library",
                value,
                unit,
                round);
    }
}
