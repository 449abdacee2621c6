package io.github.liveview4j.examples.benchmark.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;

class MicroBenchmarksTests {

    private static final List<Class<?>> ALL = List.of(
            CallBenchmark.class,
            CodecBenchmark.class,
            OutboxBenchmark.class,
            RenderBenchmark.class,
            RoomLogBenchmark.class);

    @TempDir
    private Path folder;

    @Test
    void everyBenchmarkRunsAndHasItsLines() throws Exception {
        System.setProperty("benchmark.output", folder.toString());
        try {
            MicroBenchmarks.main("-f 0 -wi 0 -i 1 -r 1ms -foe true".split(" "));
        } finally {
            System.clearProperty("benchmark.output");
        }

        List<String> lines = Files.readAllLines(folder.resolve("micro.jsonl"));
        long benchmarks = ALL.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .count();
        assertThat(lines).hasSize((int) benchmarks * 2);
        assertThat(lines)
                .allMatch(line -> line.matches(
                        "\\{\"figure\":\"micro\",\"scenario\":\"[a-zA-Z.]+\",\"server\":\"(library|bare)\","
                                + "\"value\":[0-9.]+,\"unit\":\"(ns|B)/op\",\"round\":1}"));
        assertThat(lines).anyMatch(line -> line.contains("\"codec.readCall\",\"server\":\"library\""));
        assertThat(lines).anyMatch(line -> line.contains("\"render\",\"server\":\"bare\""));
    }
}
