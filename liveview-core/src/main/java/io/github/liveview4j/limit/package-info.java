/**
 * How much a stranger may ask for: rates, what is left of them, and by whom they are counted.
 *
 * <p>A {@link io.github.liveview4j.limit.Rate} says how much, a {@link io.github.liveview4j.limit.Meter} counts one, and {@link
 * io.github.liveview4j.limit.Meters} keeps the meters of many, of whom anybody can make up as many as they like, in bounded memory.
 *
 * <p>Public because the dispatcher counts calls with it and the endpoint handshakes; an application meets none of it.
 */
@NullMarked
package io.github.liveview4j.limit;

import org.jspecify.annotations.NullMarked;
