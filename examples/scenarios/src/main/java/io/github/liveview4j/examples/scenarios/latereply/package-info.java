/** Replies that arrive when the user has gone on. */
@NullMarked
package io.github.liveview4j.examples.scenarios.latereply;

import org.jspecify.annotations.NullMarked;
