/** A network that cuts, delays and swallows. */
@NullMarked
package io.github.liveview4j.examples.scenarios.network;

import org.jspecify.annotations.NullMarked;
