package io.github.liveview4j.examples.benchmark.browser;

/**
 * One value that was measured.
 *
 * @param scenario what was done, and after the slash what of it was measured
 * @param server who did it
 * @param unit {@code ms} or {@code rows}
 * @param round from 1
 */
record Line(String figure, String scenario, String server, double value, String unit, int round) {

    static Line of(String scenario, String server, double value, String unit, int round) {
        return new Line("browser", scenario, server, value, unit, round);
    }
}
