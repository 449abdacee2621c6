/**
 * The run: starts the application with the library and the same by hand, each in a JVM of its own, drives them with the pages of
 * {@code load}, round by round, and writes what came of it.
 *
 * <p>{@link io.github.liveview4j.examples.benchmark.run.Benchmark} is the program. A {@code Plan} has groups of servers and of
 * scenarios; a {@code Bed} is a server that runs; a {@code Scenario} does something with it and records values. Every value is a line
 * of JSON in a file of the output folder:
 *
 * <pre>{@code
 * {"figure":"round-trips","scenario":"rtt50","server":"library","value":31000,"unit":"calls/s","round":1}
 * }</pre>
 *
 * <p>The report is made of all files there that end in {@code .jsonl}, so whoever measures something else adds a file of such lines, with a
 * {@code figure} of its own: it gets a table with a column a server, and a picture. A unit that ends in {@code /s} is better where it is more.
 * {@code --report} makes the report anew without measuring.
 */
@NullMarked
package io.github.liveview4j.examples.benchmark.run;

import org.jspecify.annotations.NullMarked;
