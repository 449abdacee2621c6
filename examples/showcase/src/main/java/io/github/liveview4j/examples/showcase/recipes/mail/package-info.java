/** Mail in the background. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.mail;

import org.jspecify.annotations.NullMarked;
