package io.github.liveview4j.spring.redis;

import io.github.liveview4j.room.Broadcast;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast as it stands in Redis: with who published it, and as which of its own.
 *
 * <p>Written as a version, the number, the time, then every text and the updates with their length before them; -1 stands for none.
 *
 * @param publisher names the node's run that published it
 * @param number counts what that one publishes, from 1
 * @param time when it was published, in milliseconds since 1970 by that node's clock
 * @param broadcast what it says
 */
record Envelope(String publisher, long number, long time, Broadcast broadcast) {

    /** What is written for two broadcasts or read by two versions must never look the same: it begins the bytes. */
    static final byte VERSION = 2;

    private static final int FIXED = 1 + 2 * Long.BYTES + 5 * Integer.BYTES;

    byte[] encode() {
        byte[] name = RedisKeys.bytes(publisher);
        byte[] room = RedisKeys.bytes(broadcast.room());
        byte[] except = nullable(broadcast.except());
        byte[] replaces = nullable(broadcast.replaces());
        byte[] updates = broadcast.updates();
        ByteBuffer out = ByteBuffer.allocate(
                FIXED + name.length + room.length + length(except) + length(replaces) + updates.length);
        out.put(VERSION).putLong(number).putLong(time);
        write(out, name);
        write(out, room);
        write(out, except);
        write(out, replaces);
        write(out, updates);
        return out.array();
    }

    /** Reads an envelope from bytes of any kind; returns {@code null} if they are none. */
    static @Nullable Envelope decode(ByteBuffer in) {
        try {
            if (in.get() != VERSION) {
                return null;
            }
            long number = in.getLong();
            long time = in.getLong();
            String publisher = text(read(in));
            String room = text(read(in));
            String except = text(read(in));
            String replaces = text(read(in));
            byte[] updates = read(in);
            if (publisher == null || room == null || updates == null || number < 1 || in.hasRemaining()) {
                return null;
            }
            return new Envelope(publisher, number, time, new Broadcast(room, except, replaces, updates));
        } catch (BufferUnderflowException e) {
            return null;
        }
    }

    private static byte @Nullable [] nullable(@Nullable String text) {
        return text == null ? null : RedisKeys.bytes(text);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static void write(ByteBuffer out, byte @Nullable [] bytes) {
        if (bytes == null) {
            out.putInt(-1);
        } else {
            out.putInt(bytes.length).put(bytes);
        }
    }

    private static byte @Nullable [] read(ByteBuffer in) {
        int length = in.getInt();
        if (length == -1) {
            return null;
        }
        // Looked at before anything is allocated: the length is whatever somebody wrote.
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
