package io.github.liveview4j.examples.benchmark.load;

/**
 * Counts durations in steps that grow with them: 128 to a power of two, so a value read back is less than 1 % off. The idea is
 * HdrHistogram's. For one thread.
 */
public final class Histogram {

    private static final int STEP_BITS = 7;
    private static final int STEPS = 1 << STEP_BITS;

    private final long[] counts = new long[(64 - STEP_BITS) * STEPS + STEPS];
    private long count;
    private long max;

    /** Counts one duration in nanoseconds; a negative one is none. */
    public void add(long nanos) {
        long value = Math.max(0, nanos);
        counts[index(value)]++;
        count++;
        max = Math.max(max, value);
    }

    /** Returns how many were counted. */
    public long count() {
        return count;
    }

    /** Returns the longest, in milliseconds; 0 where none was counted. */
    public double maxMillis() {
        return max / 1e6;
    }

    /** Returns the duration in milliseconds that a share of all, such as 0.99, does not exceed; 0 where none was counted. */
    public double quantileMillis(double share) {
        long wanted = (long) Math.ceil(share * count);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return Math.min(value(i), max) / 1e6;
            }
        }
        return maxMillis();
    }

    private static int index(long value) {
        if (value < STEPS) {
            return (int) value;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(value);
        return ((exponent - STEP_BITS + 1) << STEP_BITS) + (int) ((value >> (exponent - STEP_BITS)) & (STEPS - 1));
    }

    private static long value(int index) {
        if (index < STEPS) {
            return index;
        }
        int exponent = (index >> STEP_BITS) + STEP_BITS - 1;
        return ((long) STEPS + (index & (STEPS - 1))) << (exponent - STEP_BITS);
    }
}
