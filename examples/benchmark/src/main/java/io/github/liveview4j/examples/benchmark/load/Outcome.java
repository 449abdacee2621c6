package io.github.liveview4j.examples.benchmark.load;

/**
 * What came of a run.
 *
 * @param seconds how long was measured
 * @param messages answers or deliveries in that time
 * @param latency from the sending of a message to its answer, or to each delivery
 * @param serverMicros CPU of the servers a message, in microseconds
 * @param generatorMicros CPU of this process a message, in microseconds
 * @param restCores cores that everything else on the machine used; NaN where that is not told
 * @param lost messages that never came
 * @param doubled messages that came twice
 * @param disordered messages that came after a later one
 * @param failed sockets that were closed, and answers that were not the expected one
 */
public record Outcome(
        double seconds,
        long messages,
        Histogram latency,
        double serverMicros,
        double generatorMicros,
        double restCores,
        long lost,
        long doubled,
        long disordered,
        long failed) {

    static Outcome of(
            Meter.Reading used,
            long messages,
            Histogram latency,
            long lost,
            long doubled,
            long disordered,
            long failed) {
        double each = 1e6 / Math.max(1, messages);
        return new Outcome(
                used.at(),
                messages,
                latency,
                used.server() * each,
                used.generator() * each,
                (used.machine() - used.server() - used.generator()) / used.at(),
                lost,
                doubled,
                disordered,
                failed);
    }

    /** Returns messages a second. */
    public double rate() {
        return messages / seconds;
    }

    /** Returns whether every message came once, in order and as expected. */
    public boolean isClean() {
        return lost == 0 && doubled == 0 && disordered == 0 && failed == 0;
    }

    /** In one line, for people. */
    @Override
    public String toString() {
        return String.format(
                "%.0f/s, p50 %.2f p99 %.2f max %.1f ms, CPU in us: server %.1f, generator %.1f; rest %.2f cores%s",
                rate(),
                latency.quantileMillis(.5),
                latency.quantileMillis(.99),
                latency.maxMillis(),
                serverMicros,
                generatorMicros,
                restCores,
                isClean()
                        ? ""
                        : String.format(
                                "; lost %d, doubled %d, out of order %d, failed %d",
                                lost, doubled, disordered, failed));
    }
}
