/** An endpoint with an address of its own. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.custompath;

import org.jspecify.annotations.NullMarked;
