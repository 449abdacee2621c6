package io.github.liveview4j.spring.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of a frame together, up to a limit.
 *
 * <p>Reading in parts leaves the container's buffers small, which is most of the memory of an idle connection. For one thread.
 */
final class FrameAssembler {

    private final int limit;
    private @Nullable ByteArrayOutputStream parts;
    private String halfCharacter = "";

    FrameAssembler(int limit) {
        this.limit = limit;
    }

    /** Thrown when a frame grows past the limit. */
    static final class TooLarge extends Exception {
        TooLarge(int limit) {
            super("past " + limit + " bytes", null, false, false);
        }
    }

    /** Takes a part of a text frame; returns the whole frame in UTF-8 when it was the last. */
    byte @Nullable [] add(String part, boolean last) throws TooLarge {
        String text = halfCharacter + part;
        int end = text.length();
        if (!last && end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        halfCharacter = text.substring(end);
        return add(text.substring(0, end).getBytes(StandardCharsets.UTF_8), last);
    }

    /** Takes a part of a binary frame; returns the whole frame when it was the last. */
    byte @Nullable [] add(ByteBuffer part, boolean last) throws TooLarge {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        return add(bytes, last);
    }

    private byte @Nullable [] add(byte[] part, boolean last) throws TooLarge {
        ByteArrayOutputStream before = parts;
        int size = (before == null ? 0 : before.size()) + part.length;
        if (size > limit) {
            parts = null;
            throw new TooLarge(limit);
        }
        if (last && before == null) {
            return part;
        }
        ByteArrayOutputStream all = before == null ? new ByteArrayOutputStream(size) : before;
        all.writeBytes(part);
        parts = last ? null : all;
        return last ? all.toByteArray() : null;
    }
}
