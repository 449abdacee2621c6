package io.github.liveview4j.examples.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameParserTests {

    private final List<String> heard = new ArrayList<>();
    private final FrameParser.Sink sink = new FrameParser.Sink() {
        @Override
        public void message(byte[] bytes, int from, int to) {
            heard.add(text(bytes, from, to));
        }

        @Override
        public void ping(byte[] bytes, int from, int to) {
            heard.add("ping " + text(bytes, from, to));
        }

        @Override
        public void close(int code) {
            heard.add("close " + code);
        }
    };

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** As a server writes it: not masked. */
    static byte[] frame(int start, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(start);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length < 65_536) {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(127);
            frame.writeBytes(new byte[] {0, 0, 0, 0, 0});
            frame.write(payload.length >> 16);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private void feed(byte[] bytes, int step) {
        FrameParser parser = new FrameParser();
        for (int at = 0; at < bytes.length; at += step) {
            byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + step));
            parser.feed(piece, 0, piece.length, sink);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 125, 4_096, 1_000_000})
    void framesComeWholeHoweverTheyAreRead(int step) {
        String large = "y".repeat(300);
        String largest = "z".repeat(70_000);

        feed(
                join(
                        frame(0x81, Bytes.of("one")),
                        frame(0x82, Bytes.of("two")),
                        frame(0x81, Bytes.of(large)),
                        frame(0x89, Bytes.of("there?")),
                        frame(0x82, Bytes.of(largest)),
                        frame(0x81, new byte[0])),
                step);

        assertThat(heard).containsExactly("one", "two", large, "ping there?", largest, "");
    }

    @Test
    void aMessageInPartsIsPutTogetherAlsoAroundAPing() {
        feed(
                join(
                        frame(0x01, Bytes.of("one ")),
                        frame(0x89, Bytes.of("p")),
                        frame(0x00, Bytes.of("message")),
                        frame(0x80, Bytes.of(".")),
                        frame(0x81, Bytes.of("next"))),
                5);

        assertThat(heard).containsExactly("ping p", "one message.", "next");
    }

    @Test
    void afterACloseNothingIsHeard() {
        feed(join(frame(0x88, new byte[] {0x11, 0x4d}), frame(0x81, Bytes.of("late"))), 100);

        assertThat(heard).containsExactly("close 4429");
    }

    @Test
    void aMaskedFrameOfAServerBreaksTheProtocol() {
        feed(new byte[] {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, 'x'}, 100);

        assertThat(heard).containsExactly("close 1002");
    }

    @Test
    void aFrameOfAnUnknownKindBreaksTheProtocol() {
        feed(frame(0x83, Bytes.of("x")), 100);

        assertThat(heard).containsExactly("close 1002");
    }
}
