/**
 * Rooms as streams: what was said, in which order, who hears it, and what somebody missed.
 *
 * <p>Everything that is broadcast has one order, an epoch and a number ({@link
 * io.github.liveview4j.protocol.Position}), given by the transport: by this process where there is one node, by Redis where
 * there are several. The {@link io.github.liveview4j.room.RoomLog} of every node holds the last minutes of it, delivers what
 * is new to the sessions of its room, and gives a page that comes back what it missed, on any node and without a question to
 * anybody; or tells it to fetch itself, where it cannot prove that nothing is missing.
 *
 * <p>One order for all rooms, not one a room: a page then has one position for everything it follows, which the html of the
 * page can carry, and a room that was quiet for a day needs nothing that keeps its place.
 *
 * <p>Every page is in rooms whose names no application can give: everyone's, its user's, its own ({@link
 * io.github.liveview4j.room.RoomName}).
 *
 * <p>Public because the dispatcher, the broadcaster and the starter wire it; an application meets none of it.
 */
@NullMarked
package io.github.liveview4j.room;

import org.jspecify.annotations.NullMarked;
