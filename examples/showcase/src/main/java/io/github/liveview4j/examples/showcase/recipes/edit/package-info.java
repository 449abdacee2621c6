/** A form appears with the cursor in its first field. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.edit;

import org.jspecify.annotations.NullMarked;
