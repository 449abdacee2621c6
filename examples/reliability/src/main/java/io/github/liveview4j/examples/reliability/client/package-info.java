/**
 * Pages without a browser: they load, connect, follow the rules of the wire and come back, thousands of them in one process.
 *
 * <p>Every page lives on the thread of its {@code SocketLoop}; nothing in here takes a lock.
 */
@NullMarked
package io.github.liveview4j.examples.reliability.client;

import org.jspecify.annotations.NullMarked;
