/**
 * What the tests of the examples share: a real browser, a Redis, an application in a process of its own that can be killed,
 * a network that can be told to fail, and the comparison of documents with the code that they show.
 */
@NullMarked
package io.github.liveview4j.examples.support;

import org.jspecify.annotations.NullMarked;
