/**
 * The ruler: the same application as an engineer would write it by hand on Spring, without any library for live pages.
 *
 * <p>Nothing in here knows the library.
 */
@NullMarked
package io.github.liveview4j.examples.benchmark.twin;

import org.jspecify.annotations.NullMarked;
