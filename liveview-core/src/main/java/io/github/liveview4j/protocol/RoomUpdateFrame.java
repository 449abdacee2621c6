package io.github.liveview4j.protocol;

import java.nio.charset.StandardCharsets;

/**
 * Puts what a broadcast says into its place: the object of one room's update, around updates that are JSON already.
 *
 * <p>By hand, because the content is encoded once, before its place is known, and is not read again for every node. For
 * any thread.
 */
public final class RoomUpdateFrame {

    private static final byte[] NOTHING = {'[', ']'};

    private RoomUpdateFrame() {}

    /**
     * Writes the object.
     *
     * @param room the name that pages know it by, of characters that JSON takes as they are
     * @param position its place
     * @param first the first number of the range that it covers in its room
     * @param updates a JSON array, as {@link MessageCodec#encodeUpdates} makes it
     */
    public static byte[] of(String room, Position position, long first, byte[] updates) {
        byte[] head = ("{\"type\":\"update\",\"room\":\"" + room + "\",\"epoch\":\"" + position.epoch()
                        + "\",\"first\":" + first + ",\"seq\":" + position.seq() + ",\"updates\":")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] object = new byte[head.length + updates.length + 1];
        System.arraycopy(head, 0, object, 0, head.length);
        System.arraycopy(updates, 0, object, head.length, updates.length);
        object[object.length - 1] = '}';
        return object;
    }

    /** Writes the object for a page that was left out: the range alone, so that it does not look like a hole. */
    public static byte[] withoutUpdates(String room, Position position, long first) {
        return of(room, position, first, NOTHING);
    }
}
