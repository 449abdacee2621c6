/**
 * The WebSocket endpoint: who may connect, and how bytes come and go.
 *
 * <p>A handshake is checked for its room, origin and dialect before the upgrade and leaves a snapshot of itself; then {@link
 * io.github.liveview4j.spring.websocket.LiveViewWebSocketHandler} passes whole frames to the dispatcher, and a wire carries the
 * outbox's frames away: by Tomcat's own non-blocking write where that is the container, else by the standard Jakarta API.
 *
 * <p>Public because the auto-configuration wires it; an application meets none of it.
 */
@NullMarked
package io.github.liveview4j.spring.websocket;

import org.jspecify.annotations.NullMarked;
