package io.github.liveview4j.spring.hostile;

import io.github.liveview4j.spring.hostile.WireBytes.Length;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes what a hostile client writes to one socket, of a seed: frames sound and broken, cut in every way. For one thread. */
final class WireSequences {

    private static final int[] LENGTHS = {0, 1, 2, 125, 126, 127, 128, 1000};
    private static final int[] LONG_LENGTHS = {65_535, 65_536, 65_537, 70_000, 131_072};
    private static final long[] CLAIMS = {
        Long.MIN_VALUE, -1, Long.MAX_VALUE, 1L << 62, 1L << 32, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, 65_537
    };
    private static final int[] CODES = {
        0, 1, 999, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1009, 1011, 1012, 1015, 2999, 3000, 4999, 5000,
        65_535
    };
    private static final List<String> BAD_HEADERS = List.of(
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Version: 12",
            "Sec-WebSocket-Key: short",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Protocol: liveview.v2",
            "Sec-WebSocket-Protocol: ,,;\"",
            "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=99",
            "Sec-WebSocket-Extensions: " + "a;b=c,".repeat(500) + "d",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "Connection: close",
            "Connection: Upgrade",
            "Transfer-Encoding: chunked",
            "Content-Length: 999999999999",
            "Content-Length: -1",
            "Expect: 100-continue",
            "X: " + "y".repeat(20_000),
            "no colon",
            ": no name",
            "Host: other",
            "Cookie: " + "a=b; ".repeat(300),
            "Origin: http://localhost");

    private final Random random;
    private final HostileFrames frames;

    WireSequences(long seed) {
        random = new Random(seed);
        frames = new HostileFrames(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    byte[] hello() {
        return WireBytes.text(frames.sound());
    }

    /** One frame or message that keeps the rules, and whose content need not. */
    byte[] sound(boolean firstDialect) {
        int kind = random.nextInt(100);
        if (kind < 70) {
            byte[] payload = frames.next(firstDialect);
            return fragmented(chance(40) ? WireBytes.TEXT : WireBytes.BINARY, payload);
        } else if (kind < 80) {
            return WireBytes.frame(chance(50) ? WireBytes.PING : WireBytes.PONG, bytes(random.nextInt(126)));
        }
        return WireBytes.frame(
                WireBytes.FIN | (chance(50) ? WireBytes.TEXT : WireBytes.BINARY),
                chance(80) ? Length.SHORTEST : chance(50) ? Length.TWO_BYTES : Length.EIGHT_BYTES,
                0,
                true,
                new byte[0]);
    }

    private byte[] fragmented(int opcode, byte[] payload) {
        if (chance(70)) {
            return WireBytes.frame(opcode, payload);
        }
        int size = chance(20) ? 1 : 1 + random.nextInt(200);
        int count = Math.min(60, payload.length / size + 1);
        byte[][] parts = new byte[2 * count + 1][];
        Arrays.fill(parts, new byte[0]);
        int from = 0;
        for (int i = 0; i < count; i++) {
            int to = i == count - 1 ? payload.length : Math.min(payload.length, from + size);
            int first = (i == 0 ? opcode : WireBytes.CONTINUATION) | (i == count - 1 ? WireBytes.FIN : 0);
            parts[2 * i] = WireBytes.raw(first, Arrays.copyOfRange(payload, from, to));
            parts[2 * i + 1] = i < count - 1 && chance(10) ? WireBytes.frame(WireBytes.PING, bytes(3)) : new byte[0];
            from = to;
        }
        return WireBytes.join(parts);
    }

    /** One frame that breaks a rule, most of them. */
    byte[] broken() {
        switch (random.nextInt(9)) {
            case 0 -> {
                return WireBytes.raw(random.nextInt(256), bytes(random.nextInt(130)));
            }
            case 1 -> {
                return WireBytes.frame(
                        random.nextInt(256),
                        Length.values()[random.nextInt(3)],
                        random.nextInt(130),
                        chance(50),
                        bytes(5));
            }
            case 2 -> {
                long claim = CLAIMS[random.nextInt(CLAIMS.length)];
                return WireBytes.frame(
                        WireBytes.FIN | 1 + random.nextInt(2), Length.EIGHT_BYTES, claim, true, bytes(50));
            }
            case 3 -> {
                return WireBytes.close(
                        CODES[random.nextInt(CODES.length)], bytes(chance(80) ? 0 : random.nextInt(130)));
            }
            case 4 -> {
                return WireBytes.frame(WireBytes.CLOSE, bytes(random.nextInt(3)));
            }
            case 5 -> {
                return WireBytes.raw(WireBytes.FIN | WireBytes.RSV1 | WireBytes.TEXT, WireBytes.deflated(bytes(500)));
            }
            case 6 -> {
                return WireBytes.frame(WireBytes.TEXT, HostileValues.bytes("\uf7c3\uf728\uf7ed\uf7a0"));
            }
            case 7 -> {
                int length = chance(15)
                        ? LONG_LENGTHS[random.nextInt(LONG_LENGTHS.length)]
                        : LENGTHS[random.nextInt(LENGTHS.length)];
                return WireBytes.raw(random.nextInt(16) | (chance(70) ? WireBytes.FIN : 0), bytes(length));
            }
            default -> {
                byte[] noise = new byte[1 + random.nextInt(40)];
                random.nextBytes(noise);
                return noise;
            }
        }
    }

    /** Deflated frames of a socket that has agreed to it: sound, broken, and such as grow a thousandfold. */
    byte[] deflated() {
        byte[] plain = chance(20) ? bytes(1 << 10 + random.nextInt(12)) : frames.next(false);
        byte[] deflated = WireBytes.deflated(plain);
        if (chance(20) && deflated.length > 0) {
            deflated[random.nextInt(deflated.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return WireBytes.raw(
                WireBytes.FIN | WireBytes.RSV1 | (chance(50) ? WireBytes.TEXT : WireBytes.BINARY), deflated);
    }

    /** A request that is no sound handshake, with frames behind it as if it were. */
    byte[] handshake(int port) {
        StringBuilder request = new StringBuilder(chance(90) ? "GET" : chance(50) ? "POST" : "\u0000");
        request.append(
                chance(80)
                        ? " /ws/liveview/room"
                        : chance(50) ? " /ws/liveview/" + "%41".repeat(random.nextInt(200)) : " /x");
        request.append(chance(90) ? " HTTP/1.1\r\n" : chance(50) ? " HTTP/1.0\r\n" : "\r\n");
        if (chance(60)) {
            request.append("Host: localhost:")
                    .append(port)
                    .append("\r\nOrigin: http://localhost:")
                    .append(port)
                    .append("\r\n");
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            request.append(BAD_HEADERS.get(random.nextInt(BAD_HEADERS.size()))).append("\r\n");
        }
        if (chance(80)) {
            request.append("\r\n");
        }
        return WireBytes.join(
                request.toString().getBytes(StandardCharsets.ISO_8859_1), chance(50) ? hello() : new byte[0]);
    }

    /** Cuts off the end. */
    byte[] cut(byte[] whole) {
        return Arrays.copyOf(whole, random.nextInt(Math.max(1, whole.length)));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) (chance(90) ? 'x' : random.nextInt(256)));
        return bytes;
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }
}
