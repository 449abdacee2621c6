/**
 * Any template engine that Spring MVC has views of, behind the library's port for rendering.
 *
 * <p>{@link io.github.liveview4j.spring.view.ViewFragmentRenderer} asks the application's view resolvers, as Spring MVC does for
 * what a controller returns, and keeps what the view writes. What {@code <liveview:script/>} is in Thymeleaf, templates of other
 * engines have as the variable {@code liveview}, a {@link io.github.liveview4j.spring.view.LiveViewVariable}, which {@link
 * io.github.liveview4j.spring.view.VariableOfViews} gives to their view resolvers.
 *
 * <p>Public because the auto-configuration wires it and because templates read the variable; an application's code meets none of
 * it.
 */
@NullMarked
package io.github.liveview4j.spring.view;

import org.jspecify.annotations.NullMarked;
