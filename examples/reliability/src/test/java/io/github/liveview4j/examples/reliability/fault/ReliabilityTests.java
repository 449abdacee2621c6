package io.github.liveview4j.examples.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.examples.reliability.fault.Catalogue.Row;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every fault of the table, in small. {@code -Dreliability.seed=} replays, {@code -Dreliability.only=F4} runs one. */
class ReliabilityTests {

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
        Report report = runs.run(row);
        if (!report.failures().isEmpty() && isClean(report)) {
            // What took too long may have on a busy machine, which is asked once more; what was lost or doubled was
            // not.
            report = runs.run(row);
        }
        assertThat(report.failures()).as("%s, %s", row.settings(), report).isEmpty();
    }

    private static boolean isClean(Report report) {
        return String.valueOf(report.figures().get("violations")).equals("0");
    }
}
