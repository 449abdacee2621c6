/** A page whose socket is not there, or not yet. */
@NullMarked
package io.github.liveview4j.examples.scenarios.nosocket;

import org.jspecify.annotations.NullMarked;
