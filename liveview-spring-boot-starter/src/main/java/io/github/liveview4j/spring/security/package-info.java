/**
 * At home in Spring Security, where the application has it.
 *
 * <p>The handshake keeps the user and the CSRF token by value; handlers and templates find the user in the security context. What a
 * session says of its user, a sign-out, a sign-in elsewhere and the end of a token reach the open pages; an annotation on a
 * handler that would be ignored stops the start.
 *
 * <p>For applications there is {@link io.github.liveview4j.spring.security.RoomRules}. The rest is public because the
 * auto-configuration wires it.
 */
@NullMarked
package io.github.liveview4j.spring.security;

import org.jspecify.annotations.NullMarked;
