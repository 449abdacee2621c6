/** The start page, the frame around every recipe, and the sources that it shows. */
@NullMarked
package io.github.liveview4j.examples.showcase.catalogue;

import org.jspecify.annotations.NullMarked;
