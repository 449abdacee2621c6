package io.github.liveview4j.examples.reliability.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Makes messages of the bytes of a WebSocket as they come, in pieces of any size. For one thread. */
final class FrameReader {

    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;

    /** Takes what was read. */
    interface Sink {
        void accept(int opcode, byte[] payload);
    }

    private static final byte[] NOTHING = {};

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int opcode;
    private byte[] left = NOTHING;

    void read(ByteBuffer bytes, Sink sink) {
        ByteBuffer input = bytes;
        if (left.length > 0) {
            input = ByteBuffer.allocate(left.length + bytes.remaining());
            input.put(left).put(bytes).flip();
        }
        while (frame(input, sink)) {
            // As long as there is a whole one.
        }
        left = input.hasRemaining() ? remaining(input) : NOTHING;
    }

    /** Takes one frame off the input, or leaves the input as it is. */
    private boolean frame(ByteBuffer input, Sink sink) {
        int start = input.position();
        if (input.remaining() < 2) {
            return false;
        }
        int first = input.get();
        long length = input.get() & 0x7f;
        int more = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (input.remaining() < more) {
            input.position(start);
            return false;
        }
        length = more == 2 ? input.getShort() & 0xffff : more == 8 ? input.getLong() : length;
        if (input.remaining() < length) {
            input.position(start);
            return false;
        }
        byte[] payload = new byte[(int) length];
        input.get(payload);
        accept(first, payload, sink);
        return true;
    }

    private void accept(int first, byte[] payload, Sink sink) {
        boolean isLast = (first & 0x80) != 0;
        int code = first & 0x0f;
        if (code >= CLOSE) {
            sink.accept(code, payload);
            return;
        }
        opcode = code == 0 ? opcode : code;
        if (isLast && message.size() == 0) {
            sink.accept(opcode, payload);
            return;
        }
        message.writeBytes(payload);
        if (isLast) {
            sink.accept(opcode, message.toByteArray());
            message.reset();
        }
    }

    private static byte[] remaining(ByteBuffer input) {
        byte[] rest = new byte[input.remaining()];
        input.get(rest);
        return rest;
    }

    /** Encodes a frame of a client, whose mask of zeros is a mask. */
    static ByteBuffer encode(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        return frame.putInt(0).put(payload).flip();
    }
}
