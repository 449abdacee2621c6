package io.github.liveview4j.examples.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.examples.reliability.fault.Catalogue.Row;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every fault of the table, in small. {@code -Dreliability.seed=} replays, {@code -Dreliability.only=F4} runs one. */
class ReliabilityTests {

    /** What the library as it is keeps already; the others wait for its room log. Goes when that is there. */
    private static final Set<String> KEPT_ALREADY = Set.of("F12 cut around a call");

    private static final Runs runs = new Runs();

    @AfterAll
    static void stop() {
        runs.close();
    }

    @TestFactory
    Stream<DynamicTest> promisesAreKept() {
        String only = System.getProperty("reliability.only", "F");
        return Catalogue.shortForm().stream()
                .filter(row -> (row.scenario().name() + " ").startsWith(only.equals("F") ? "F" : only + " "))
                .map(row -> DynamicTest.dynamicTest(row.scenario().name(), () -> keeps(row)));
    }

    private static void keeps(Row row) {
        Assumptions.assumeTrue(
                KEPT_ALREADY.contains(row.scenario().name()) || System.getProperty("reliability.only") != null,
                "waits for the room log");
        Report report = runs.run(row);
        assertThat(report.failures()).as("%s, %s", row.settings(), report).isEmpty();
    }
}
