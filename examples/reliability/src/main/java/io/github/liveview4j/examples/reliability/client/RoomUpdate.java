package io.github.liveview4j.examples.reliability.client;

import io.github.liveview4j.examples.reliability.history.Position;

/**
 * The address of an update that belongs to a room: it covers {@code first} to {@code position}.
 *
 * @param room which
 * @param first where its range begins
 * @param position where it ends
 */
public record RoomUpdate(String room, long first, Position position) {}
