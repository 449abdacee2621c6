/** A list of a thousand rows that are known by their keys. */
@NullMarked
package io.github.liveview4j.examples.scenarios.rows;

import org.jspecify.annotations.NullMarked;
