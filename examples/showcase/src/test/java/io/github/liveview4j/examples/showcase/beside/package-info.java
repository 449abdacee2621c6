/** Pages that have another library beside this one. */
@NullMarked
package io.github.liveview4j.examples.showcase.beside;

import org.jspecify.annotations.NullMarked;
