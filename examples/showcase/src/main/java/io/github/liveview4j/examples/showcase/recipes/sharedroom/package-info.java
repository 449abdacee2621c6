/** A room with a door. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.sharedroom;

import org.jspecify.annotations.NullMarked;
