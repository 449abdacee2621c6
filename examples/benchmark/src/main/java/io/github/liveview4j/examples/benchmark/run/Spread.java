package io.github.liveview4j.examples.benchmark.run;

import java.util.Arrays;
import java.util.Collection;

/**
 * The middle of some values and how far they lie apart.
 *
 * @param median the one in the middle, or half way between the two that are
 * @param min the smallest
 * @param max the largest
 * @param count how many there are
 */
record Spread(double median, double min, double max, int count) {

    /**
     * Makes one of values.
     *
     * @throws IllegalArgumentException where there are none
     */
    static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No values");
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    static Spread of(double... values) {
        return of(Arrays.stream(values).boxed().toList());
    }

    /** Returns how far apart the outer two are, as a share of the median. */
    double width() {
        return (max - min) / median;
    }
}
