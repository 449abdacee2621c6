/**
 * Sending to many: encode once, keep the order, never wait for a slow browser.
 *
 * <p>A {@link io.github.liveview4j.broadcast.SessionBroadcaster} renders and encodes a message once and hands it, at its
 * {@link io.github.liveview4j.broadcast.PublishMoment}, to a {@link io.github.liveview4j.broadcast.BroadcastTransport}, which
 * brings it to every node in one order; on each, one lane passes it to the outboxes of the sessions concerned.
 *
 * <p>Public because the starter wires it; an application meets {@link io.github.liveview4j.LiveViewBroadcaster} only.
 */
@NullMarked
package io.github.liveview4j.broadcast;

import org.jspecify.annotations.NullMarked;
