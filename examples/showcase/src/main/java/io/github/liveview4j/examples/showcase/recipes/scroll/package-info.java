/** To a section, and back to the top. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.scroll;

import org.jspecify.annotations.NullMarked;
