package io.github.liveview4j.room;

import org.jspecify.annotations.Nullable;

/**
 * One broadcast, before it has its place in the order: what travels between nodes.
 *
 * @param room whom it is for, see {@link RoomName}
 * @param except the id of a page that is left out, or {@code null}
 * @param replaces what it replaces as a whole, or {@code null} where it adds to what is there; of two that replace the same in
 *     the same room, the earlier is needless once the later has come
 * @param updates a JSON array of updates, not written to any more by anybody
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Broadcast(
        String room, @Nullable String except, @Nullable String replaces, byte[] updates) {

    /** Names the size of the updates only: names and content may be secrets. */
    @Override
    public String toString() {
        return "Broadcast[" + updates.length + " bytes]";
    }
}
