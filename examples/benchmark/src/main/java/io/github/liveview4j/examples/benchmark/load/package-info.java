/**
 * The load generator: pages without a browser, by the thousand, on one thread of plain NIO that speaks RFC 6455.
 *
 * <p>It has to cost less than what it measures, or it measures itself. So there is no thread and no buffer a page, nothing is
 * parsed that need not be, and nothing is allocated for a message. {@link io.github.liveview4j.examples.benchmark.load.Swarm} holds
 * the sockets; {@link io.github.liveview4j.examples.benchmark.load.RoundTrips}, {@link
 * io.github.liveview4j.examples.benchmark.load.FanOut} and {@link io.github.liveview4j.examples.benchmark.load.Connects} are what
 * is done with them; a {@link io.github.liveview4j.examples.benchmark.load.Dialect} is what an application speaks.
 */
@NullMarked
package io.github.liveview4j.examples.benchmark.load;

import org.jspecify.annotations.NullMarked;
