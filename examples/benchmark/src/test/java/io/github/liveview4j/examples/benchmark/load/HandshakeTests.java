package io.github.liveview4j.examples.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandshakeTests {

    private static int end(String answer) {
        byte[] bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
        return Handshake.end(bytes, bytes.length);
    }

    @Test
    void theRequestIsThatOfABrowser() {
        String request = new String(
                Handshake.request("127.0.0.1", 80, "/ws", Map.of("Cookie", "a=b")), StandardCharsets.ISO_8859_1);

        assertThat(request)
                .startsWith("GET /ws HTTP/1.1\r\nHost: 127.0.0.1:80\r\nOrigin: http://127.0.0.1:80\r\n")
                .contains("\r\nCookie: a=b\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void framesBeginAfterTheAnswer() {
        // The example of RFC 6455.
        String answer = "HTTP/1.1 101 \r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

        assertThat(end(answer + "frame")).isEqualTo(answer.length());
        assertThat(end(answer.substring(0, 30))).isEqualTo(-1);
    }

    @Test
    void aRefusalIsToldWithWhatTheServerSaid() {
        assertThatIllegalStateException()
                .isThrownBy(() -> end("HTTP/1.1 403 Forbidden\r\n\r\n"))
                .withMessageContaining("403 Forbidden");
        assertThatIllegalStateException()
                .isThrownBy(() -> end("HTTP/1.1 101 \r\nSec-WebSocket-Accept: another\r\n\r\n"));
    }
}
