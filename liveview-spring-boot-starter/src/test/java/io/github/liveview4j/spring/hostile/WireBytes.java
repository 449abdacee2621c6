package io.github.liveview4j.spring.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** The bytes of WebSocket frames, sound or not, as RFC 6455 and RFC 7692 have them. */
final class WireBytes {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    static final int FIN = 0x80;
    static final int RSV1 = 0x40;
    static final int RSV2 = 0x20;
    static final int RSV3 = 0x10;

    /** How the length is written. */
    enum Length {
        /** As short as it can be. */
        SHORTEST,
        /** In two bytes, whether needed or not. */
        TWO_BYTES,
        /** In eight bytes, whether needed or not. */
        EIGHT_BYTES
    }

    private WireBytes() {}

    /** A masked frame that is the whole message. */
    static byte[] frame(int opcode, byte[] payload) {
        return frame(FIN | opcode, Length.SHORTEST, payload.length, true, payload);
    }

    static byte[] text(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A masked frame with any first byte. */
    static byte[] raw(int first, byte[] payload) {
        return frame(first, Length.SHORTEST, payload.length, true, payload);
    }

    static byte[] frame(int first, Length form, long length, boolean masked, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 14);
        out.write(first);
        int mask = masked ? 0x80 : 0;
        if (form == Length.EIGHT_BYTES || length < 0 || length > 0xffff) {
            out.write(mask | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) (length >>> shift));
            }
        } else if (form == Length.TWO_BYTES || length > 125) {
            out.write(mask | 126);
            out.write((int) length >> 8);
            out.write((int) length);
        } else {
            out.write(mask | (int) length);
        }
        byte[] key = {0x12, 0x34, 0x56, 0x78};
        if (masked) {
            out.writeBytes(key);
        }
        for (int i = 0; i < payload.length; i++) {
            out.write(masked ? payload[i] ^ key[i % 4] : payload[i]);
        }
        return out.toByteArray();
    }

    static byte[] close(int code, byte[] reason) {
        byte[] body = new byte[2 + reason.length];
        body[0] = (byte) (code >> 8);
        body[1] = (byte) code;
        System.arraycopy(reason, 0, body, 2, reason.length);
        return frame(CLOSE, body);
    }

    /** What permessage-deflate sends for some bytes: deflated, without the empty block at the end. */
    static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(plain);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int count;
        do {
            count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            out.write(buffer, 0, count);
        } while (count == buffer.length);
        deflater.end();
        byte[] all = out.toByteArray();
        return java.util.Arrays.copyOf(all, all.length - 4);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
