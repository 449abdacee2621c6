/**
 * Handlers: from annotated methods to a name that can be called.
 *
 * <p>{@link io.github.liveview4j.handler.HandlerScanner} finds classes on the class path, the starter makes beans of them,
 * and each method becomes a {@link io.github.liveview4j.handler.HandlerMethod} in the {@link
 * io.github.liveview4j.handler.HandlerMethodRegistry}, which is filled once at the start and read-only from then on.
 *
 * <p>An extender meets {@link io.github.liveview4j.handler.HandlerMethodArgumentResolver} and {@link
 * io.github.liveview4j.handler.HandlerMethodReturnValueAdapter} with its {@link io.github.liveview4j.handler.HandlerResult}; a test may read the registry;
 * the rest is public because the starter wires it.
 */
@NullMarked
package io.github.liveview4j.handler;

import org.jspecify.annotations.NullMarked;
