package io.github.liveview4j.examples.scenarios.typing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A minute of silence to play, as a wave file of 8 bits and 8 kHz. */
@RestController
class Tone {

    private static final int RATE = 8_000;
    private static final int SAMPLES = 60 * RATE;
    private static final int HEADER = 44;
    private static final byte SILENCE = (byte) 128;

    @GetMapping(value = "/tone.wav", produces = "audio/wav")
    Resource tone() {
        ByteBuffer file = ByteBuffer.allocate(HEADER + SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER - 8 + SAMPLES).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8);
        file.put(ascii("data")).putInt(SAMPLES);
        while (file.hasRemaining()) {
            file.put(SILENCE);
        }
        return new ByteArrayResource(file.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
