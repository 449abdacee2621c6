/** A new version of the application under an open page. */
@NullMarked
package io.github.liveview4j.examples.scenarios.deploy;

import org.jspecify.annotations.NullMarked;
