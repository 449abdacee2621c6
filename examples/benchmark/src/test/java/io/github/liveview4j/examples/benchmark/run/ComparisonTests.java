package io.github.liveview4j.examples.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.github.liveview4j.examples.benchmark.run.Comparison.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    private static Comparison of(List<Double> library, List<Double> twin) {
        return new Comparison("calls", library, twin);
    }

    @Test
    void aClearFallIsOne() {
        Comparison twice = of(List.of(60d, 62d, 61d, 60d), List.of(30d, 30d, 31d, 30d));

        assertThat(twice.ratio()).isCloseTo(.5, offset(.01));
        assertThat(twice.verdict(.7)).isEqualTo(Verdict.FELL);
        assertThat(twice.verdict(.49)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void aFallWithinTheSpreadIsNone() {
        Comparison little = of(List.of(60d, 62d, 70d, 72d), List.of(50d, 50d, 50d, 50d));

        assertThat(little.ratio()).isLessThan(.8);
        assertThat(little.verdict(.8)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void oneRoundThatWasDisturbedChangesNothing() {
        Comparison once = of(List.of(30d, 30d, 300d, 30d, 31d), List.of(30d, 30d, 30d, 30d, 31d));

        assertThat(once.verdict(.9)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void roundsThatDisagreeSayNothingAlsoBelowTheFloor() {
        Comparison noise = of(List.of(30d, 90d, 45d, 200d, 60d), List.of(30d, 30d, 30d, 30d, 30d));

        assertThat(noise.verdict(1)).isEqualTo(Verdict.UNCLEAR);
        assertThat(noise.verdict(.01)).isEqualTo(Verdict.UNCLEAR);
    }
}
