package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

class ShutdownTests {

    @Test
    void everyBrowserIsToldOfTheRestartBeforeTheServerStops() {
        List<RawWebSocket> pages = new ArrayList<>();
        try (var context = (ServletWebServerApplicationContext)
                SpringApplication.run(EndpointApplication.class, "--server.port=0", "--spring.main.banner-mode=off")) {
            int port = context.getWebServer().getPort();
            for (int i = 0; i < 50; i++) {
                RawWebSocket page = RawWebSocket.v2(port, "/ws/liveview/room").hello();
                assertThat(page.next()).contains("welcome");
                pages.add(page);
            }
        }

        assertThat(pages).allSatisfy(page -> assertThat(page.next()).isEqualTo("close 1012"));
        pages.forEach(RawWebSocket::close);
    }
}
