package io.github.liveview4j.examples.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFrameTests {

    private static final int MASK = 0x12_34_56_78;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 125, 126, 65_535, 65_536})
    void aServerReadsWhatWasWritten(int length) {
        String text = "a-b+".repeat(length / 4 + 1).substring(0, length);
        ByteBuffer frame = ByteBuffer.allocate(length + ClientFrame.OVERHEAD);
        byte[] payload = Bytes.of(text);

        ClientFrame.write(frame, ClientFrame.TEXT, payload, payload.length, MASK);

        frame.flip();
        assertThat(frame.get()).isEqualTo((byte) 0x81);
        assertThat(length(frame)).isEqualTo(length);
        assertThat(unmasked(frame)).isEqualTo(text);
    }

    private static long length(ByteBuffer frame) {
        int length = frame.get() & 0xff;
        assertThat(length & 0x80).as("masked").isEqualTo(0x80);
        return switch (length & 0x7f) {
            case 126 -> frame.getShort() & 0xffff;
            case 127 -> frame.getLong();
            default -> length & 0x7f;
        };
    }

    private static String unmasked(ByteBuffer frame) {
        byte[] mask = new byte[4];
        frame.get(mask);
        byte[] payload = new byte[frame.remaining()];
        frame.get(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new String(payload, StandardCharsets.UTF_8);
    }
}
