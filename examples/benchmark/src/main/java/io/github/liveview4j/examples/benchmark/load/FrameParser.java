package io.github.liveview4j.examples.benchmark.load;

import java.util.Arrays;

/**
 * Takes the bytes of one socket and gives out whole messages, text and binary alike. Keeps bytes only where a frame or a message
 * is not all there yet. For one thread.
 */
final class FrameParser {

    /** What becomes of what was read. Arrays are good for the length of the call. */
    interface Sink {

        void message(byte[] bytes, int from, int to);

        void ping(byte[] bytes, int from, int to);

        /** Hears that the other side has closed, or broken the protocol (1002). */
        void close(int code);
    }

    private static final byte[] NOTHING = {};
    private static final int LARGEST = 64 << 20;

    private byte[] rest = NOTHING;
    private int restLength;
    private byte[] parts = NOTHING;
    private int partsLength;
    private boolean isClosed;

    /** Takes bytes, of which nothing is kept after the call but a copy. */
    void feed(byte[] bytes, int from, int to, Sink sink) {
        if (restLength == 0) {
            int eaten = parse(bytes, from, to, sink);
            keep(bytes, eaten, to);
            return;
        }
        rest = append(rest, restLength, bytes, from, to);
        restLength += to - from;
        byte[] whole = rest;
        int length = restLength;
        int eaten = parse(whole, 0, length, sink);
        if (eaten > 0) {
            System.arraycopy(whole, eaten, rest, 0, length - eaten);
            restLength = length - eaten;
        }
        if (restLength == 0) {
            rest = NOTHING;
        }
    }

    private void keep(byte[] bytes, int from, int to) {
        if (from < to) {
            rest = append(rest, 0, bytes, from, to);
            restLength = to - from;
        }
    }

    /** Returns where the first frame begins that is not all there. */
    private int parse(byte[] bytes, int from, int to, Sink sink) {
        int at = from;
        while (!isClosed && to - at >= 2) {
            int head = 2;
            long length = bytes[at + 1] & 0xff;
            if (length == 126 || length == 127) {
                int more = length == 126 ? 2 : 8;
                head += more;
                if (to - at < head) {
                    break;
                }
                length = 0;
                for (int i = 2; i < head; i++) {
                    length = length << 8 | bytes[at + i] & 0xff;
                }
            }
            // A server masks nothing: that is the highest bit of the length.
            if ((bytes[at + 1] & 0x80) != 0 || length < 0 || length > LARGEST) {
                fail(sink);
                break;
            }
            if (to - at < head + length) {
                break;
            }
            int start = at + head;
            int end = start + (int) length;
            frame(bytes[at] & 0x0f, bytes[at] < 0, bytes, start, end, sink);
            at = end;
        }
        return isClosed ? to : at;
    }

    private void frame(int opcode, boolean isLast, byte[] bytes, int from, int to, Sink sink) {
        switch (opcode) {
            case 0, 1, 2 -> {
                if (opcode != 0 && isLast) {
                    sink.message(bytes, from, to);
                    return;
                }
                partsLength = opcode == 0 ? partsLength : 0;
                parts = append(parts, partsLength, bytes, from, to);
                partsLength += to - from;
                if (isLast) {
                    sink.message(parts, 0, partsLength);
                    parts = NOTHING;
                    partsLength = 0;
                }
            }
            case 8 -> {
                isClosed = true;
                sink.close(to - from < 2 ? 1005 : (bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff);
            }
            case 9 -> sink.ping(bytes, from, to);
            case 10 -> {
                // Nobody asked.
            }
            default -> fail(sink);
        }
    }

    private void fail(Sink sink) {
        isClosed = true;
        sink.close(1002);
    }

    private static byte[] append(byte[] target, int length, byte[] bytes, int from, int to) {
        int needed = length + to - from;
        byte[] grown = target.length < needed ? Arrays.copyOf(target, Math.max(needed, 2 * length)) : target;
        System.arraycopy(bytes, from, grown, length, to - from);
        return grown;
    }
}
