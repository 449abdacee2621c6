/**
 * From a frame to a handler and back.
 *
 * <p>The starter opens a {@link io.github.liveview4j.dispatch.LiveViewConnection} for every WebSocket and passes it what
 * arrives. The connection finds the page behind the socket, the call passes the chain of middlewares, which is folded
 * once, the handler runs on the thread that brought the frame, and the reply is remembered until the browser has it, so
 * that a call that is sent again after a lost connection does not run again.
 *
 * <p>An extender meets {@link io.github.liveview4j.dispatch.LiveViewExceptionResolver}; the rest is public because the
 * starter wires it.
 */
@NullMarked
package io.github.liveview4j.dispatch;

import org.jspecify.annotations.NullMarked;
