/** From one page to another without loading it, and back. */
@NullMarked
package io.github.liveview4j.examples.scenarios.visits;

import org.jspecify.annotations.NullMarked;
