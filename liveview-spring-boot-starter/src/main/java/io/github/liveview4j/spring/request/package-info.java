/**
 * The request that a WebSocket does not have.
 *
 * <p>A servlet request is dead after the handshake, yet Thymeleaf's links, forms and security tags need one. The handshake
 * leaves a {@link io.github.liveview4j.spring.request.HandshakeSnapshot}, and every render gets a request made of it.
 *
 * <p>Public because the WebSocket, Thymeleaf and Spring Security parts of the starter share it; an application meets none
 * of it.
 */
@NullMarked
package io.github.liveview4j.spring.request;

import org.jspecify.annotations.NullMarked;
