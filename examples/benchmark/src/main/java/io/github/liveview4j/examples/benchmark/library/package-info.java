/** The application under test: a greeting for one page and a note for all, written with the library. */
@NullMarked
package io.github.liveview4j.examples.benchmark.library;

import org.jspecify.annotations.NullMarked;
