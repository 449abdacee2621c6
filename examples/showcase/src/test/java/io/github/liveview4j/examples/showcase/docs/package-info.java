/** Code that the guide shows and no recipe has; beans of the showcase where its tests run. */
@NullMarked
package io.github.liveview4j.examples.showcase.docs;

import org.jspecify.annotations.NullMarked;
