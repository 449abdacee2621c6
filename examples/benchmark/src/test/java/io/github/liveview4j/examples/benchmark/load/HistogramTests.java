package io.github.liveview4j.examples.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

class HistogramTests {

    private final Histogram histogram = new Histogram();

    @Test
    void quantilesAreOffByLessThanOneInAHundred() {
        for (long i = 1; i <= 100_000; i++) {
            histogram.add(i * 1_000);
        }

        assertThat(histogram.count()).isEqualTo(100_000);
        assertThat(histogram.quantileMillis(.5)).isCloseTo(50, withPercentage(1));
        assertThat(histogram.quantileMillis(.99)).isCloseTo(99, withPercentage(1));
        assertThat(histogram.maxMillis()).isEqualTo(100);
        assertThat(histogram.quantileMillis(1)).isLessThanOrEqualTo(100);
    }

    @Test
    void theSmallestAndTheLargestDurationsHaveAPlace() {
        histogram.add(-1);
        histogram.add(0);
        histogram.add(Long.MAX_VALUE);

        assertThat(histogram.count()).isEqualTo(3);
        assertThat(histogram.quantileMillis(.5)).isZero();
        assertThat(histogram.maxMillis()).isEqualTo(Long.MAX_VALUE / 1e6);
    }

    @Test
    void withoutDurationsThereIsNothing() {
        assertThat(histogram.quantileMillis(.99)).isZero();
    }
}
