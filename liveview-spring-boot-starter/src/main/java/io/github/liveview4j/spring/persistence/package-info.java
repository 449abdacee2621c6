/**
 * Open session in view: where an application has it for its controllers, it has it for its handlers.
 *
 * <p>{@link io.github.liveview4j.spring.persistence.OpenInView} puts the entity manager on the thread around a call and what it
 * renders, so that a template finds lazy relations as a controller's does. It does it by the interceptor that Spring MVC is given
 * for the same purpose, which joins an entity manager that is there already.
 *
 * <p>Public because the auto-configuration wires it; an application meets none of it.
 */
@NullMarked
package io.github.liveview4j.spring.persistence;

import org.jspecify.annotations.NullMarked;
