package io.github.liveview4j.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/** The endpoint where the application wants it. */
@SpringBootTest(
        classes = ConformanceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "liveview.path=/custom/liveview")
@DisplayName("D5, S12: custom path")
class CustomPathTests {

    @LocalServerPort
    private int port;

    @Autowired
    private WebSocketHandlerMapping liveViewHandlerMapping;

    @Test
    @DisplayName("D5: the mapping has the path and no other")
    void pathIsMapped() {
        assertThat(liveViewHandlerMapping.getHandlerMap())
                .containsOnlyKeys("/custom/liveview/{room}", "/custom/liveview/{room}/");
    }

    @Test
    @DisplayName("D5: both dialects connect at the path, and nobody at the usual one")
    void pagesConnectThere() {
        String room = UUID.randomUUID().toString();
        try (RawWebSocket v1 = RawWebSocket.v1(port, "/custom/liveview/" + room + "/");
                RawWebSocket v2 =
                        RawWebSocket.v2(port, "/custom/liveview/" + room).hello();
                RawWebSocket usual = RawWebSocket.v1(port, "/ws/liveview/" + room + "/")) {
            v1.send("{\"function\":\"room\"}");
            assertThat(v1.next()).isEqualTo("{\"target\":\"#room\",\"html\":\"" + room + "\"}");
            assertThat(v2.next()).contains("welcome");
            assertThat(usual.status()).isEqualTo(404);
        }
    }
}
