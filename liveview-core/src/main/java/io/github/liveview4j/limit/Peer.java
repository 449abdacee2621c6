package io.github.liveview4j.limit;

import org.jspecify.annotations.Nullable;

/**
 * By whom is counted what comes over a connection. Immutable, for any thread.
 *
 * @param session names the HTTP session of the handshake, or {@code null} where there was none
 * @param address names where the connection comes from, or {@code null} where that says nothing about who it is
 */
public record Peer(@Nullable String session, @Nullable String address) {

    /** The attribute of a connection that holds its peer. */
    public static final String ATTRIBUTE = Peer.class.getName();

    /** Somebody of whom nothing is known. */
    public static final Peer UNKNOWN = new Peer(null, null);

    /** Names nothing: who knows the id of a session has the session. */
    @Override
    public String toString() {
        return "Peer";
    }
}
