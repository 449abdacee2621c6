/** Bean Validation checks what was sent; errors stand beside their fields. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.contact;

import org.jspecify.annotations.NullMarked;
