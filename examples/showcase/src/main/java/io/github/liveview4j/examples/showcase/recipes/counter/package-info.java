/** An element asks for its content as soon as it is there. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.counter;

import org.jspecify.annotations.NullMarked;
