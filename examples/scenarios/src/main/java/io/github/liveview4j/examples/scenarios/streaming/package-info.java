/** An answer that comes word by word, as that of a language model. */
@NullMarked
package io.github.liveview4j.examples.scenarios.streaming;

import org.jspecify.annotations.NullMarked;
