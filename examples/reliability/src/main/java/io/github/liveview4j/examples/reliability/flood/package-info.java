/**
 * Floods: one hostile client at line rate, and what twenty ordinary pages beside it notice.
 *
 * <p>The server, the hostile client and the ordinary pages are a process each. {@link
 * io.github.liveview4j.examples.reliability.flood.Floods} runs one attack after the other and prints a table.
 */
@NullMarked
package io.github.liveview4j.examples.reliability.flood;

import org.jspecify.annotations.NullMarked;
