/** A dialog whose overlay closes it and whose inside does not. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.dialog;

import org.jspecify.annotations.NullMarked;
