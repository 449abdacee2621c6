package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.limit.Rate;

/**
 * How many sockets somebody may have, and how fast they may be opened. Immutable, for any thread.
 *
 * @param ofSession how many sockets one HTTP session may have at once, or 0 for no limit
 * @param ofAddress how many sockets one address may have at once, or 0 for no limit
 * @param handshakes how often one address may ask for one
 */
public record ConnectionLimits(int ofSession, int ofAddress, Rate handshakes) {}
