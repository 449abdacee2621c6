package io.github.liveview4j.examples.reliability.flood;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a hostile client sends, without end and as fast as it can. */
enum Attack {
    CALLS(PlainSocket.frame(PlainSocket.TEXT, text("{\"type\":\"call\",\"id\":0000000,\"function\":\"answer\"}"))),
    GARBAGE(PlainSocket.frame(PlainSocket.TEXT, text("{\"type\":[[[[{\"a\":1e999}"))),
    PINGS(PlainSocket.frame(PlainSocket.TEXT, text("{\"type\":\"ping\"}"))),
    CONTROL_PINGS(PlainSocket.frame(PlainSocket.PING, text("x"))),
    HELLOS(PlainSocket.frame(PlainSocket.TEXT, text(Hostile.HELLO))),
    FRAGMENTS(PlainSocket.frame(0x00, text(" "))),
    EMPTY_FRAGMENTS(PlainSocket.frame(0x00, new byte[0])),
    LARGE(PlainSocket.frame(PlainSocket.TEXT, text("{\"type\":\"ping\",\"x\":[\"" + "y".repeat(60_000) + "\"]}"))),
    CHURN(PlainSocket.frame(PlainSocket.TEXT, text("{\"type\":\"call\",\"id\":0000000,\"function\":\"churn\"}"))),
    /** Five hundred sockets of no session, each with a call of the slow handler. */
    SLOW_HANDLERS(new byte[0]),
    /** Five hundred requests, a byte a second. */
    SLOW_HANDSHAKES(new byte[0]),
    /** Connects, says hello in a room of its own making, goes. */
    ROOMS(new byte[0]),
    /** The same from an address that is counted. */
    CONNECTS(new byte[0]),
    /** Asks for signs of life on five hundred sockets and reads nothing. */
    DEAF(PlainSocket.frame(PlainSocket.TEXT, text("{\"type\":\"ping\"}")));

    private static final int AT_ONCE = 64 * 1024;

    private final byte[] frame;

    Attack(byte[] frame) {
        this.frame = frame;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As many frames as go into one write. */
    byte[] burst() {
        int count = Math.max(1, AT_ONCE / frame.length);
        byte[] burst = new byte[count * frame.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(frame, 0, burst, i * frame.length, frame.length);
        }
        return burst;
    }

    boolean isOfCalls() {
        return this == CALLS || this == CHURN;
    }

    boolean isOfFragments() {
        return this == FRAGMENTS || this == EMPTY_FRAGMENTS;
    }

    /** Writes rising numbers into the calls of a burst, which the server would otherwise have run already. */
    static long number(byte[] burst, long next) {
        byte[] place = text("\"id\":");
        for (int i = 0; i + place.length + 7 < burst.length; i++) {
            if (burst[i] == '"'
                    && burst[i + 1] == 'i'
                    && Arrays.equals(burst, i, i + place.length, place, 0, place.length)) {
                long id = 1_000_000 + next++ % 8_999_999;
                for (int digit = 6; digit >= 0; digit--) {
                    burst[i + place.length + digit] = (byte) ('0' + id % 10);
                    id /= 10;
                }
            }
        }
        return next;
    }
}
