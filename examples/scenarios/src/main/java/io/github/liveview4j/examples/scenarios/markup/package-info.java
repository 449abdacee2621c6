/** Tables, drawings, elements of the page's own and templates. */
@NullMarked
package io.github.liveview4j.examples.scenarios.markup;

import org.jspecify.annotations.NullMarked;
