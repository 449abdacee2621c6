/** Slow work in the background. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.processing;

import org.jspecify.annotations.NullMarked;
