/**
 * The HTTP session behind a page: whether it is still there, as it was at the handshake.
 *
 * <p>{@link io.github.liveview4j.spring.session.HttpSessionCheck} asks before every call; {@link
 * io.github.liveview4j.spring.session.SessionEnds} and {@link io.github.liveview4j.spring.session.SessionRequests} hear of an end when
 * it happens. The session is the container's, or Spring Session's, where the one that the handshake saw is a copy and its
 * store is asked. What Spring Security keeps in a session is known to the package {@code security} alone, by way of {@link
 * io.github.liveview4j.spring.session.SessionIdentity}.
 *
 * <p>Public because the auto-configuration wires it; an application meets none of it.
 */
@NullMarked
package io.github.liveview4j.spring.session;

import org.jspecify.annotations.NullMarked;
