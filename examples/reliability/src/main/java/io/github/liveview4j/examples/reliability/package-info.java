/**
 * The bench that proves the library's promises about delivery.
 *
 * <p>Servers run as processes of their own and are killed, their connections are cut, delayed and frozen, thousands of pages
 * come and go; what every page was shown is written down and then compared with what was sent. {@code history} holds the record
 * and its check, {@code client} the pages, {@code node} the server under test, {@code fault} what goes wrong.
 */
@NullMarked
package io.github.liveview4j.examples.reliability;

import org.jspecify.annotations.NullMarked;
