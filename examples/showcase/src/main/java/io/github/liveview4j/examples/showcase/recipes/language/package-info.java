/** Two languages. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.language;

import org.jspecify.annotations.NullMarked;
