/** One user with two tabs. */
@NullMarked
package io.github.liveview4j.examples.scenarios.tabs;

import org.jspecify.annotations.NullMarked;
