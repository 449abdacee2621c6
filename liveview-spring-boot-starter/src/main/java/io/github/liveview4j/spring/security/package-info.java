/**
 * At home in Spring Security, where the application has it.
 *
 * <p>The handshake keeps the user and the CSRF token by value; handlers and templates find the user in the security context.
 *
 * <p>Public because the auto-configuration wires it; an application meets none of it.
 */
@NullMarked
package io.github.liveview4j.spring.security;

import org.jspecify.annotations.NullMarked;
