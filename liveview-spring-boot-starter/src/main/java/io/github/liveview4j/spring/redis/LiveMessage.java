package io.github.liveview4j.spring.redis;

import io.github.liveview4j.protocol.Position;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What comes over the channel: epoch, number and envelope, with a space between.
 *
 * @param position the place
 * @param envelope bytes of any kind
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LiveMessage(Position position, byte[] envelope) {

    private static final int LONGEST_EPOCH = 32;
    private static final int LONGEST_NUMBER = 18;

    /** Reads bytes of any kind; returns {@code null} if they are no message. */
    static @Nullable LiveMessage parse(byte[] bytes) {
        int first = space(bytes, 0, LONGEST_EPOCH);
        int second = first < 0 ? -1 : space(bytes, first + 1, LONGEST_NUMBER);
        if (second < 0) {
            return null;
        }
        String epoch = new String(bytes, 0, first, StandardCharsets.ISO_8859_1);
        String number = new String(bytes, first + 1, second - first - 1, StandardCharsets.ISO_8859_1);
        if (!Position.isEpoch(epoch) || !number.matches("[0-9]+")) {
            return null;
        }
        return new LiveMessage(
                new Position(epoch, Long.parseLong(number)), Arrays.copyOfRange(bytes, second + 1, bytes.length));
    }

    private static int space(byte[] bytes, int from, int longest) {
        int end = Math.min(bytes.length, from + longest + 1);
        for (int i = from; i < end; i++) {
            if (bytes[i] == ' ') {
                return i;
            }
        }
        return -1;
    }
}
