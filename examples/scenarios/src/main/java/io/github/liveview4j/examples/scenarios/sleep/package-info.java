/** A page that nobody looks at. */
@NullMarked
package io.github.liveview4j.examples.scenarios.sleep;

import org.jspecify.annotations.NullMarked;
