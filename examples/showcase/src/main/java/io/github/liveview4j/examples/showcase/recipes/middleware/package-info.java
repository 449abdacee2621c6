/** What stands before every handler. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.middleware;

import org.jspecify.annotations.NullMarked;
