/**
 * From beans to handlers.
 *
 * <p>Classes with handler methods under the application's packages become beans before the others are made; once all are
 * there, the handler methods of every bean go into the registry.
 *
 * <p>Public because the auto-configuration wires it; an application meets none of it.
 */
@NullMarked
package io.github.liveview4j.spring.handler;

import org.jspecify.annotations.NullMarked;
