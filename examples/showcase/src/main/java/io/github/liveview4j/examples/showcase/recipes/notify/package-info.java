/** One page sends, every page shows. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.notify;

import org.jspecify.annotations.NullMarked;
