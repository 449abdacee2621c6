/** A row goes; its button says which. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.remove;

import org.jspecify.annotations.NullMarked;
