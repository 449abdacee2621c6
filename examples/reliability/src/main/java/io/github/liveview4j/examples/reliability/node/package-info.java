/** The server under test: a small application that follows rooms, publishes and counts what runs, in a process of its own. */
@NullMarked
package io.github.liveview4j.examples.reliability.node;

import org.jspecify.annotations.NullMarked;
