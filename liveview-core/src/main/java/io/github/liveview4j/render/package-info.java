/**
 * From a message with a template to a message with markup.
 *
 * <p>The library names template, fragment and variables; a {@link io.github.liveview4j.render.FragmentRenderer} makes
 * markup of them. The starter brings one for Thymeleaf and one for the views of any other engine that Spring MVC knows, and an
 * application that wants it otherwise declares its own.
 *
 * <p>{@code FragmentRenderer} and {@code FragmentRequest} are for such an application; {@code MessageRenderer} and {@code RenderContext}
 * are public because the dispatcher and the broadcaster use it.
 */
@NullMarked
package io.github.liveview4j.render;

import org.jspecify.annotations.NullMarked;
