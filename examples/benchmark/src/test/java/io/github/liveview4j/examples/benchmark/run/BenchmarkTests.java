package io.github.liveview4j.examples.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it with real servers and hardly any pages: that it runs, and that nothing is lost. */
class BenchmarkTests {

    @TempDir
    Path folder;

    @Test
    void everyServerIsMeasuredAndNothingGetsLost() throws Exception {
        Benchmark.run(Options.of(
                "--form=smoke",
                "--output=" + folder,
                "--only=rtt50,broadcast-7KB-500,connect,stalled-1,idle",
                "--jvm=-Xmx256m"));

        List<Line> lines = new Lines(folder).all();
        assertThat(lines).extracting(Line::unit).doesNotContain("lost", "doubled", "out of order", "failed");
        assertThat(lines)
                .filteredOn(line -> line.unit().equals("calls/s"))
                .extracting(Line::server)
                .containsExactlyInAnyOrder("library", "twin-full", "twin-bare");
        assertThat(lines).filteredOn(line -> line.unit().endsWith("/s")).allMatch(line -> line.value() > 0);
        assertThat(folder.resolve("table.md")).content().contains("| rtt50 | calls/s |");
        assertThat(folder.resolve("round-trips.svg")).exists();
        assertThat(Files.readString(folder.resolve("runs.jsonl"))).startsWith("{\"figure\":");
    }

    @Test
    void theTwinHasNothingOfTheLibraryOnItsClassPath() {
        assertThat(ClassPaths.of(Kind.LIBRARY)).contains("liveview-core").contains("liveview-spring-boot-starter");
        assertThat(ClassPaths.of(Kind.TWIN_FULL))
                .doesNotContain("liveview-core")
                .doesNotContain("liveview-spring-boot-starter")
                .doesNotContain("liveview-js")
                .contains("spring-websocket");
    }
}
