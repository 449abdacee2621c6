/** A page whose state is in a bean of the server, which forgets it. */
@NullMarked
package io.github.liveview4j.examples.scenarios.pagestate;

import org.jspecify.annotations.NullMarked;
