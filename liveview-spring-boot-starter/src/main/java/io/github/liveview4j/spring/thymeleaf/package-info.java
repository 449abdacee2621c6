/**
 * Thymeleaf behind the library's port for rendering, with everything that its templates can do in a controller, and what
 * templates can say to LiveView.
 *
 * <p>Public because the auto-configuration wires it and because templates call {@link
 * io.github.liveview4j.spring.thymeleaf.LiveViewExpressions}; an application's code meets none of it.
 */
@NullMarked
package io.github.liveview4j.spring.thymeleaf;

import org.jspecify.annotations.NullMarked;
