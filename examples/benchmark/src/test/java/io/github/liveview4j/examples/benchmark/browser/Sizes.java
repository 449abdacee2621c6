package io.github.liveview4j.examples.benchmark.browser;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How much is measured, and where to the lines go. Everything has a system property of its own.
 *
 * @param warmUps clicks on each page that do not count ({@code benchmark.warm-ups})
 * @param clicks on each page ({@code benchmark.clicks})
 * @param rows lengths of the table ({@code benchmark.rows})
 * @param rounds of each change to the table, after one that does not count ({@code benchmark.rounds})
 * @param output a file that is written anew ({@code benchmark.output})
 */
record Sizes(int warmUps, int clicks, List<Integer> rows, int rounds, Path output) {

    /** Returns those that the system properties name: {@code benchmark.browser=full} makes figures of what is else a test. */
    static Sizes ofThisRun() {
        boolean isFull = "full".equals(System.getProperty("benchmark.browser"));
        return new Sizes(
                Integer.getInteger("benchmark.warm-ups", isFull ? 50 : 2),
                Integer.getInteger("benchmark.clicks", isFull ? 200 : 5),
                Arrays.stream(System.getProperty("benchmark.rows", isFull ? "1000,10000" : "40")
                                .split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Integer.getInteger("benchmark.rounds", isFull ? 15 : 2),
                Path.of(System.getProperty("benchmark.output", "target/benchmark/browser.jsonl")));
    }
}
