/**
 * The wire: what a browser may say, what the server answers, and the JSON in between.
 *
 * <p>A {@link io.github.liveview4j.protocol.MessageCodec} reads a frame into {@link
 * io.github.liveview4j.protocol.ClientEvent}s and writes {@link io.github.liveview4j.protocol.ServerEvent}s, in one of
 * two {@link io.github.liveview4j.protocol.Dialect}s. Jackson is known to one class here and to no other of the library,
 * with a mapper of its own, so that an application's naming strategies never touch the wire.
 *
 * <p>Public because the dispatcher and the broadcaster use it; an application meets none of it.
 */
@NullMarked
package io.github.liveview4j.protocol;

import org.jspecify.annotations.NullMarked;
