package io.github.liveview4j.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The two languages of the wire, told apart by the WebSocket subprotocol that the handshake agreed on.
 *
 * <p>Both are described in {@code docs/protocol.md}.
 */
public enum Dialect {
    /** What django-liveview 2.2.0 speaks, for every client that offers no subprotocol. */
    V1,
    /** What the bundled client speaks. */
    V2;

    /** The subprotocol that a client offers to be spoken to in {@link #V2}. */
    public static final String V2_SUBPROTOCOL = "liveview.v2";

    /**
     * Returns the dialect of a connection.
     *
     * @param subprotocol what the handshake agreed on, or {@code null} or empty when the client offered nothing known
     */
    public static Dialect of(@Nullable String subprotocol) {
        return V2_SUBPROTOCOL.equals(subprotocol) ? V2 : V1;
    }
}
