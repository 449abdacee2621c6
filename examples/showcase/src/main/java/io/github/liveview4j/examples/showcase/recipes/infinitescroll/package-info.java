/** The next page is loaded when the end of the list comes near. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.infinitescroll;

import org.jspecify.annotations.NullMarked;
