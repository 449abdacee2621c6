package io.github.liveview4j.protocol;

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
}
