package io.github.liveview4j.protocol;

import io.github.liveview4j.LiveViewMessage;
import java.util.List;

/**
 * Reads and writes the frames of both dialects.
 *
 * <p>For any thread, without state of a connection.
 */
public interface MessageCodec {

    /**
     * Reads one frame.
     *
     * <p>Never fails: what cannot be read comes back as {@link ClientEvent.Malformed} in its place, so that one bad object
     * of an array costs the others nothing.
     *
     * @param dialect the dialect of the connection
     * @param frame the payload of a text or binary frame, of any bytes
     * @return what it holds, in order
     */
    List<ClientEvent> decode(Dialect dialect, byte[] frame);

    /**
     * Writes one event.
     *
     * @param dialect the dialect of the connection
     * @param event what to say
     * @return the payloads of the frames that say it, in order, UTF-8: one in {@link Dialect#V2}; in {@link Dialect#V1} one
     *     for every message, and none for what that dialect has no word for
     */
    List<byte[]> encode(Dialect dialect, ServerEvent event);

    /**
     * Writes what a broadcast says, without its place, which is not known yet.
     *
     * @param messages rendered messages
     * @return a JSON array of updates in {@link Dialect#V2}
     */
    byte[] encodeUpdates(List<LiveViewMessage> messages);

    /**
     * Says in {@link Dialect#V1} what {@link #encodeUpdates} has written, here or on another node.
     *
     * @param updates a JSON array of updates
     * @return the payloads of the frames that say it, in order; none for what that dialect has no word for
     */
    List<byte[]> updatesInV1(byte[] updates);
}
