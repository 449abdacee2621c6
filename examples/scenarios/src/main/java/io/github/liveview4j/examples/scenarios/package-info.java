/** A page for each thing that live pages are known to disturb, so that a browser can look whether ours does. */
@NullMarked
package io.github.liveview4j.examples.scenarios;

import org.jspecify.annotations.NullMarked;
