/** A server that goes and comes back knowing nothing. */
@NullMarked
package io.github.liveview4j.examples.scenarios.restart;

import org.jspecify.annotations.NullMarked;
