/** An area is renewed while somebody works in it. */
@NullMarked
package io.github.liveview4j.examples.scenarios.typing;

import org.jspecify.annotations.NullMarked;
