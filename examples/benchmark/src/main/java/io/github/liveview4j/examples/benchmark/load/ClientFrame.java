package io.github.liveview4j.examples.benchmark.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes frames as a browser does: whole and masked. Stateless. */
final class ClientFrame {

    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PONG = 10;

    /** Bytes that a frame has at most beside its payload. */
    static final int OVERHEAD = 14;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private ClientFrame() {}

    /** Writes a frame into a buffer of big endian order, and masks the payload in place while it is at it. */
    static void write(ByteBuffer out, int opcode, byte[] payload, int length, int mask) {
        out.put((byte) (0x80 | opcode));
        if (length < 126) {
            out.put((byte) (0x80 | length));
        } else if (length < 1 << 16) {
            out.put((byte) (0x80 | 126)).putShort((short) length);
        } else {
            out.put((byte) (0x80 | 127)).putLong(length);
        }
        out.putInt(mask);
        mask(payload, length, mask);
        out.put(payload, 0, length);
    }

    private static void mask(byte[] payload, int length, int mask) {
        long both = (mask & 0xffff_ffffL) | ((long) mask << 32);
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            LONGS.set(payload, i, (long) LONGS.get(payload, i) ^ both);
        }
        for (; i < length; i++) {
            payload[i] ^= (byte) (mask >>> (24 - 8 * (i & 3)));
        }
    }
}
