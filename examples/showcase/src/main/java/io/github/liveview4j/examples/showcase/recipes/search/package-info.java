/** The same search at every key, after a pause, and at most twice a second. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.search;

import org.jspecify.annotations.NullMarked;
