package io.github.liveview4j.examples.benchmark.run;

/**
 * One measured value, as it is written to a file of lines.
 *
 * @param figure what it belongs to, as a table and a picture do, such as {@code round-trips}
 * @param scenario what was done, such as {@code rtt50}
 * @param server what was measured, such as {@code library} or {@code twin-full}
 * @param value how much
 * @param unit of what, such as {@code calls/s}; one that ends in {@code /s} is better where it is more
 * @param round in which round, from 1; values of one round were measured close together
 */
record Line(String figure, String scenario, String server, double value, String unit, int round) {}
