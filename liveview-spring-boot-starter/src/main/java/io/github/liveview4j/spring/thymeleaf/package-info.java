/**
 * Thymeleaf behind the library's port for rendering, with everything that its templates can do in a controller.
 *
 * <p>Public because the auto-configuration wires it; an application meets none of it.
 */
@NullMarked
package io.github.liveview4j.spring.thymeleaf;

import org.jspecify.annotations.NullMarked;
