/** A field is checked when it is left. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.validate;

import org.jspecify.annotations.NullMarked;
