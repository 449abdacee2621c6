package io.github.liveview4j.spring.hostile;

import static io.github.liveview4j.spring.hostile.WireBytes.FIN;
import static io.github.liveview4j.spring.hostile.WireBytes.RSV1;
import static io.github.liveview4j.spring.hostile.WireBytes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Compression where it is agreed to: what is unpacked counts, and little of it is. */
@ExtendWith(OutputCaptureExtension.class)
class WireDeflateTests {

    private static HostileServer server;

    private WireSocket page;

    @BeforeAll
    static void start() {
        server = new HostileServer(
                "--liveview.compression=true", "--logging.level.io.github.liveview4j.spring.websocket=debug");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws IOException {
        page = WireSocket.open(
                server.port(), "Sec-WebSocket-Protocol: liveview.v2", "Sec-WebSocket-Extensions: permessage-deflate");
        page.say(WireBytes.text("{\"type\":\"hello\",\"page\":\"page-0123456789-abcdef\"}"));
        page.next();
    }

    @AfterEach
    void close() throws IOException {
        page.close();
    }

    private static byte[] deflated(String text) {
        byte[] bytes = WireBytes.deflated(text.getBytes(StandardCharsets.UTF_8));
        return WireBytes.raw(FIN | RSV1 | TEXT, bytes);
    }

    @Test
    void aDeflatedFrameOfTheLimitIsTaken() throws IOException {
        page.say(deflated("x".repeat(65_536)));
        assertThat(page.stateAfterPing("there", false)).isEqualTo("open");
    }

    @Test
    void theLimitHoldsForWhatIsUnpackedAndIsToldOfOnce(CapturedOutput output) throws IOException {
        byte[] bomb = deflated("x".repeat(64 * 1024 * 1024));
        assertThat(bomb).hasSizeLessThan(70_000);
        page.say(bomb);

        assertThat(page.stateAfterPing("there", true)).matches("closed 1009|dropped");
        assertThat(output.getAll().lines().filter(line -> line.contains("liveview.frame-limit")))
                .hasSize(1);
    }

    @Test
    void whatCannotBeUnpackedEndsTheSocket() throws IOException {
        page.say(WireBytes.raw(FIN | RSV1 | TEXT, new byte[] {(byte) 0xff, 1, 2, 3, 4, 5}));
        assertThat(page.stateAfterPing("there", true)).matches("closed 100[27]|closed 1006|closed 1011|dropped");
    }
}
