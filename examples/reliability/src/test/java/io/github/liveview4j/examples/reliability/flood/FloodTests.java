package io.github.liveview4j.examples.reliability.flood;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.examples.reliability.fault.NodeProcess;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form: generous about times, as a build shares its machine, and strict about what is left behind. */
@Tag("long")
class FloodTests {

    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private static final long SECOND_IN_MICROS = 1_000_000;
    private static final long MOST_HEAP_KIB = 64 * 1024;

    private static NodeProcess node;

    @BeforeAll
    static void start() {
        node = Floods.node().start().awaitStarted();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"CALLS", "FRAGMENTS", "ROOMS"})
    void ordinaryPagesAreAnsweredAndNothingIsLeft(Attack attack) {
        Floods.Outcome outcome = new Floods(node, A_WHILE).run(attack, false);

        assertThat(outcome.failures()).isZero();
        assertThat(outcome.during().p99()).isLessThan(SECOND_IN_MICROS);
        assertThat(outcome.heap().get(1) - outcome.heap().get(0)).isLessThan(MOST_HEAP_KIB);
        // The twenty pages, each with a room of its own, that of its address and everyone's; each from its address.
        assertThat(outcome.left()).startsWith(20L, 41L);
        assertThat(outcome.left().get(2)).isLessThanOrEqualTo(21L);
        // Bytes, connections, refusals: it did attack.
        assertThat(outcome.sent()).matches("\\d+ [1-9]\\d* \\d+");
    }
}
