package io.github.liveview4j.spring.websocket;

import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;

/** A kernel takes some megabytes for a browser that does not read, before anybody notices; here it takes few bytes. */
@TestConfiguration(proxyBeanMethods = false)
class SmallSocketBuffers {

    static final int SIZE = 4_096;

    @Bean
    TomcatConnectorCustomizer fewBytesASocket() {
        return connector -> connector.setProperty("socket.txBufSize", "" + SIZE);
    }

    /** Opens a page that reads nothing yet, and whose kernel takes little for it. */
    static RawWebSocket stalled(int port) {
        return RawWebSocket.stalled(
                port,
                "/ws/liveview/room",
                List.of("Origin: http://localhost:" + port, "Sec-WebSocket-Protocol: liveview.v2"),
                SIZE);
    }
}
