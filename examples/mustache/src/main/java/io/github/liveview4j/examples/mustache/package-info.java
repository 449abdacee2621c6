/** A guest book whose pages are Mustache's, without Thymeleaf on the class path. */
@NullMarked
package io.github.liveview4j.examples.mustache;

import org.jspecify.annotations.NullMarked;
