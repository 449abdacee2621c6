/** Articles and their comments. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.blog;

import org.jspecify.annotations.NullMarked;
