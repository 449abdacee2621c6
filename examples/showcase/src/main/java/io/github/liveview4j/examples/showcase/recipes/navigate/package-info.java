/** Content, address and title change together. */
@NullMarked
package io.github.liveview4j.examples.showcase.recipes.navigate;

import org.jspecify.annotations.NullMarked;
