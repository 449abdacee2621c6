/**
 * Which static resources this server serves: one opaque id for all of them, by which a page knows that those it was loaded with
 * have been replaced.
 *
 * <p>Public because the auto-configuration wires it; an application meets only {@code liveview.assets-version}.
 */
@NullMarked
package io.github.liveview4j.spring.assets;

import org.jspecify.annotations.NullMarked;
