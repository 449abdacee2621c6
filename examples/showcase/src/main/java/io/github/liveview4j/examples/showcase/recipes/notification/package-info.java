/** A notification from a scheduler, which goes by itself. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.notification;

import org.jspecify.annotations.NullMarked;
