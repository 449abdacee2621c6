/** What the server says of a field, and what the user has done to it since. */
@NullMarked
package io.github.liveview4j.examples.scenarios.answers;

import org.jspecify.annotations.NullMarked;
