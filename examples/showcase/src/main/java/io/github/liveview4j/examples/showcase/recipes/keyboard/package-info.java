/** Keys call handlers and leave typing alone. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.keyboard;

import org.jspecify.annotations.NullMarked;
