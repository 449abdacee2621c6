/** A modal is opened from three data attributes. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.modal;

import org.jspecify.annotations.NullMarked;
