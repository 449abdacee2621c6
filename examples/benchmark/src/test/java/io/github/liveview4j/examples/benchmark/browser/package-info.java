/**
 * The benchmark in a real browser: what a user waits for after a click, and what it takes to bring a long table in line with new
 * html, by the client that every page loads, beside Idiomorph, {@code innerHTML} and pages written by hand.
 *
 * <p>{@link io.github.liveview4j.examples.benchmark.browser.BrowserBenchmarkTests} runs it: with small sizes as a test of itself, and
 * with {@code -Dbenchmark.browser=full} for figures.
 */
@NullMarked
package io.github.liveview4j.examples.benchmark.browser;

import org.jspecify.annotations.NullMarked;
