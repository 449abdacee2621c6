/**
 * Connections: who is there, in which room, and how something is written to one without waiting for another.
 *
 * <p>A {@link io.github.liveview4j.session.LiveViewSession} is one WebSocket. Nobody writes to it but its {@link
 * io.github.liveview4j.session.Outbox}, which holds a bounded number of bytes, has one write in flight and gives up a
 * browser that does not take them. How bytes leave the machine is the {@link io.github.liveview4j.session.Wire}'s
 * business, a port that the starter fills.
 *
 * <p>Public because the starter and the broadcaster wire it; an application meets none of it.
 */
@NullMarked
package io.github.liveview4j.session;

import org.jspecify.annotations.NullMarked;
