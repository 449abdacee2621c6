/** A room that nobody can guess. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.privateroom;

import org.jspecify.annotations.NullMarked;
