/** What a page shows while a call runs, and when it fails. */
@NullMarked
package io.github.liveview4j.examples.scenarios.busy;

import org.jspecify.annotations.NullMarked;
