package io.github.liveview4j.session;

import java.nio.charset.StandardCharsets;

/**
 * Why a connection is closed: the code and the text of the WebSocket close frame.
 *
 * <p>The codes are those of {@code docs/protocol.md}; those from 4400 on are read as the HTTP status less 4000. The
 * bundled client comes back after every one of them. Immutable, for any thread.
 *
 * @param code 1000 to 4999
 * @param text for a person who reads a trace; at most 123 bytes of UTF-8, may be empty. The browser sees it, so
 *     nothing internal belongs here.
 */
public record CloseReason(int code, String text) {

    /**
     * The page is done.
     *
     * <p>Not for a browser that does not read: Tomcat waits its whole send timeout (20 s) for room for this code, and
     * 50 ms for the others.
     */
    public static final CloseReason NORMAL = new CloseReason(1000, "");

    /** The browser sent a frame past the limit. */
    public static final CloseReason TOO_LARGE = new CloseReason(1009, "frame too large");

    /** The server restarts. */
    public static final CloseReason RESTART = new CloseReason(1012, "server restarts");

    /** The browser did not speak the protocol. */
    public static final CloseReason PROTOCOL = new CloseReason(4400, "protocol");

    /** The user is no longer signed in. */
    public static final CloseReason SIGNED_OUT = new CloseReason(4401, "signed out");

    /** The user may not be here. */
    public static final CloseReason FORBIDDEN = new CloseReason(4403, "forbidden");

    /** The browser did not take what was sent to it, or not in time. */
    public static final CloseReason TOO_SLOW = new CloseReason(4408, "too slow");

    /** Nothing has come from the browser for too long, or no hello, so that the connection is taken for dead. */
    public static final CloseReason SILENT = new CloseReason(4408, "silent");

    /** Too many connections or calls. */
    public static final CloseReason TOO_MANY = new CloseReason(4429, "too many");

    private static final int TEXT_MAX = 123;

    /**
     * Checks what the WebSocket protocol (RFC 6455, 5.5) allows.
     *
     * @throws IllegalArgumentException if the code is out of range or the text too long
     */
    public CloseReason {
        if (code < 1000 || code > 4999) {
            throw new IllegalArgumentException("Expected a close code from 1000 to 4999, got " + code);
        }
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > TEXT_MAX) {
            throw new IllegalArgumentException(
                    "Expected a close text of at most " + TEXT_MAX + " bytes, got " + length + " bytes");
        }
    }
}
