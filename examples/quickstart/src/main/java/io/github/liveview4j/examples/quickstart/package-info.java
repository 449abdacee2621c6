/** The whole of a first application: a page served by Spring MVC, and a handler that changes it. */
@NullMarked
package io.github.liveview4j.examples.quickstart;

import org.jspecify.annotations.NullMarked;
