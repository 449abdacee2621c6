package io.github.liveview4j.spring.hostile;

import static io.github.liveview4j.spring.hostile.WireBytes.BINARY;
import static io.github.liveview4j.spring.hostile.WireBytes.CLOSE;
import static io.github.liveview4j.spring.hostile.WireBytes.CONTINUATION;
import static io.github.liveview4j.spring.hostile.WireBytes.FIN;
import static io.github.liveview4j.spring.hostile.WireBytes.PING;
import static io.github.liveview4j.spring.hostile.WireBytes.PONG;
import static io.github.liveview4j.spring.hostile.WireBytes.RSV1;
import static io.github.liveview4j.spring.hostile.WireBytes.RSV2;
import static io.github.liveview4j.spring.hostile.WireBytes.RSV3;
import static io.github.liveview4j.spring.hostile.WireBytes.TEXT;
import static io.github.liveview4j.spring.hostile.WireBytes.close;
import static io.github.liveview4j.spring.hostile.WireBytes.frame;
import static io.github.liveview4j.spring.hostile.WireBytes.join;
import static io.github.liveview4j.spring.hostile.WireBytes.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.spring.hostile.WireBytes.Length;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of framing, broken once on a socket of its own: the server closes, and another page works. */
@Tag("long")
class WireRulesTests {

    private static final byte[] NONE = {};
    private static final byte[] A = {'a'};
    private static final String CLOSED = "closed 1002|dropped";
    private static final String BAD_TEXT = "closed 1007|closed 1002|dropped";

    private static HostileServer server;
    private static LogWatch log;

    @BeforeAll
    static void start() throws IOException {
        server = new HostileServer();
        try (WireSocket cold = WireSocket.page(server.port())) {
            cold.say(WireBytes.text("{\"type\":\"hello\",\"page\":\"page-0123456789-cold\"}"));
            cold.next();
        }
        await().until(() -> server.busy() == 0);
        server.isWarm();
        log = new LogWatch();
    }

    @AfterAll
    static void stop() {
        log.close();
        server.close();
    }

    private static byte[] x(int count) {
        return "x".repeat(count).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        IntStream.range(0, values.length).forEach(i -> bytes[i] = (byte) values[i]);
        return bytes;
    }

    static Stream<Arguments> sequences() {
        return Stream.of(lengths(), bits(), fragments(), texts(), closes()).flatMap(each -> each);
    }

    private static Stream<Arguments> lengths() {
        Stream<Arguments> sound = IntStream.of(0, 1, 125, 126, 127, 65_535, 65_536)
                .boxed()
                .flatMap(length -> Stream.of(
                        Arguments.of("text of " + length, frame(TEXT, x(length)), "open"),
                        Arguments.of("binary of " + length, frame(BINARY, x(length)), "open")));
        return Stream.concat(
                sound,
                Stream.of(
                        Arguments.of("text past the limit", frame(TEXT, x(65_537)), "closed 1009"),
                        Arguments.of("binary past the limit", frame(BINARY, x(65_537)), "closed 1009"),
                        Arguments.of(
                                "five bytes with a length of two",
                                frame(FIN | TEXT, Length.TWO_BYTES, 5, true, x(5)),
                                "open|" + CLOSED),
                        Arguments.of(
                                "five bytes with a length of eight",
                                frame(FIN | TEXT, Length.EIGHT_BYTES, 5, true, x(5)),
                                "open|" + CLOSED),
                        Arguments.of(
                                "length with the top bit, CVE-2020-13935",
                                frame(FIN | TEXT, Length.EIGHT_BYTES, Long.MIN_VALUE | 5, true, x(5)),
                                CLOSED),
                        Arguments.of(
                                "length of minus one", frame(FIN | BINARY, Length.EIGHT_BYTES, -1, true, x(5)), CLOSED),
                        Arguments.of(
                                "length of 2^62, and a limit full of it",
                                frame(FIN | TEXT, Length.EIGHT_BYTES, 1L << 62, true, x(70_000)),
                                "closed 1009|closed 1007|" + CLOSED),
                        Arguments.of("ping of 125", frame(PING, x(125)), "open"),
                        Arguments.of("ping of 126", frame(PING, x(126)), CLOSED),
                        Arguments.of("pong of 65,536", frame(PONG, x(65_536)), CLOSED),
                        Arguments.of("pong that nobody asked for", frame(PONG, NONE), "open"),
                        Arguments.of("not masked", frame(FIN | TEXT, Length.SHORTEST, 1, false, A), CLOSED),
                        Arguments.of(
                                "ping that is not masked",
                                frame(FIN | PING, Length.SHORTEST, 0, false, NONE),
                                CLOSED)));
    }

    private static Stream<Arguments> bits() {
        return Stream.concat(
                IntStream.of(3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
                        .mapToObj(opcode -> Arguments.of("opcode " + opcode, raw(FIN | opcode, A), CLOSED)),
                Stream.of(RSV1, RSV2, RSV3, RSV1 | RSV2 | RSV3)
                        .flatMap(bit -> Stream.of(
                                Arguments.of("reserved bits " + bit, raw(FIN | bit | TEXT, A), CLOSED),
                                Arguments.of("reserved bits of a ping " + bit, raw(FIN | bit | PING, NONE), CLOSED))));
    }

    private static Stream<Arguments> fragments() {
        byte[] slow = join(raw(TEXT, A));
        for (int i = 0; i < 500; i++) {
            slow = join(slow, raw(CONTINUATION, A), i % 50 == 0 ? frame(PING, A) : NONE);
        }
        byte[] many = raw(TEXT, x(1000));
        for (int i = 0; i < 66; i++) {
            many = join(many, raw(CONTINUATION, x(1000)));
        }
        return Stream.of(
                Arguments.of("fragments of one byte, and pings", join(slow, raw(FIN | CONTINUATION, A)), "open"),
                Arguments.of(
                        "fragments of nothing", join(raw(TEXT, NONE), raw(CONTINUATION, NONE), raw(FIN, NONE)), "open"),
                Arguments.of("fragments past the limit", many, "closed 1009"),
                Arguments.of("continuation of nothing", raw(FIN | CONTINUATION, A), CLOSED),
                Arguments.of("text within a text", join(raw(TEXT, A), raw(FIN | TEXT, A)), CLOSED),
                Arguments.of("binary within a text", join(raw(TEXT, A), raw(BINARY, A)), CLOSED),
                Arguments.of("ping in fragments", join(raw(PING, A), raw(FIN | CONTINUATION, A)), CLOSED),
                Arguments.of("close in fragments", raw(CLOSE, bytes(3, 0xe8)), CLOSED));
    }

    private static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("text that is no UTF-8", frame(TEXT, bytes(0xff, 0xfe)), BAD_TEXT),
                Arguments.of("surrogate in UTF-8", frame(TEXT, bytes(0xed, 0xa0, 0x80)), BAD_TEXT),
                Arguments.of("overlong NUL", frame(TEXT, bytes(0xc0, 0x80)), BAD_TEXT),
                Arguments.of("past U+10FFFF", frame(TEXT, bytes(0xf4, 0x90, 0x80, 0x80)), BAD_TEXT),
                Arguments.of("text cut within a character", frame(TEXT, bytes('a', 0xe2, 0x82)), BAD_TEXT),
                Arguments.of(
                        "character over two fragments",
                        join(raw(TEXT, bytes('a', 0xe2, 0x82)), raw(FIN, bytes(0xac))),
                        "open"),
                Arguments.of(
                        "character broken over two fragments",
                        join(raw(TEXT, bytes('a', 0xe2, 0x82)), raw(FIN, bytes(0x41))),
                        BAD_TEXT),
                Arguments.of("binary that is no UTF-8", frame(BINARY, bytes(0xff, 0xfe)), "open"));
    }

    private static Stream<Arguments> closes() {
        Stream<Arguments> sound = IntStream.of(1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 4000, 4999)
                .mapToObj(code -> Arguments.of("close with " + code, close(code, NONE), "closed .*|dropped"));
        Stream<Arguments> bad = IntStream.of(0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535)
                .mapToObj(code -> Arguments.of("close with " + code, close(code, NONE), "closed .*|dropped"));
        return Stream.concat(
                Stream.concat(sound, bad),
                Stream.of(
                        Arguments.of("close with nothing", frame(CLOSE, NONE), "closed .*|dropped"),
                        Arguments.of("close with one byte", frame(CLOSE, A), CLOSED),
                        Arguments.of("close with a reason that is no UTF-8", close(1000, bytes(0xff)), BAD_TEXT),
                        Arguments.of("close with too long a reason", close(1000, x(124)), CLOSED),
                        Arguments.of(
                                "a call after a close",
                                join(close(1000, NONE), WireBytes.text("{\"type\":\"ping\"}")),
                                "closed 1000|dropped")));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("sequences")
    void aSequenceIsTakenOrEndsTheSocket(String name, byte[] sequence, String expected) throws IOException {
        try (WireSocket socket = WireSocket.page(server.port())) {
            socket.say(WireBytes.text("{\"type\":\"hello\",\"page\":\"page-0123456789-abcdef\"}"));
            assertThat(socket.next()).contains("welcome");
            try {
                socket.say(sequence);
            } catch (IOException e) {
                // The server may have seen enough before it was all said.
            }
            assertThat(socket.stateAfterPing("still there", !expected.startsWith("open")))
                    .matches(expected);
        }
        assertThat(log.findings()).isEmpty();
        assertThat(server.slow()).isEmpty();
    }

    @Test
    void nothingOfAllThisStaysBehind() {
        await().untilAsserted(() -> {
            assertThat(server.sessions().size()).isZero();
            assertThat(server.sessions().roomCount()).isZero();
        });
    }
}
