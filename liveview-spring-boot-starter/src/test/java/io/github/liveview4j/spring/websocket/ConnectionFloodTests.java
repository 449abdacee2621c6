package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Limits of sockets in a real server; addresses come by a header, as from a proxy that is believed. */
@SpringBootTest(
        classes = EndpointApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.forward-headers-strategy=native",
            "liveview.limits.address-sockets=5",
            "liveview.limits.handshakes=1",
            "liveview.limits.handshakes-burst=8",
            "liveview.limits.frames=10",
            "liveview.limits.frames-burst=50",
            "liveview.limits.hello-timeout=200ms",
            "liveview.heartbeat=2s"
        })
@Tag("long")
class ConnectionFloodTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ConnectionBook book;

    private final List<RawWebSocket> sockets = new ArrayList<>();

    @AfterEach
    void everybodyGoesAndLeavesNothing() {
        sockets.forEach(RawWebSocket::close);
        await().untilAsserted(() -> assertThat(book.size()).isZero());
    }

    private RawWebSocket from(String address) {
        RawWebSocket socket = RawWebSocket.v2(port, "/ws/liveview/room", "X-Forwarded-For: " + address);
        sockets.add(socket);
        return socket;
    }

    @Test
    void anAddressHasSoManySocketsAndOneMoreIsRefusedBeforeTheUpgrade() {
        for (int i = 0; i < 5; i++) {
            assertThat(from("203.0.113.1").hello().next()).contains("welcome");
        }

        RawWebSocket refused = from("203.0.113.1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.responseHeaders()).contains("Retry-After: 5");
        assertThat(from("203.0.113.2").hello().next()).contains("welcome");

        sockets.remove(0).close();
        await().untilAsserted(() -> assertThat(from("203.0.113.1").status()).isIn(101));
    }

    @Test
    void anAddressAsksSoOftenASecond() {
        int[] statuses = new int[12];
        for (int i = 0; i < statuses.length; i++) {
            RawWebSocket socket = from("203.0.113.3");
            statuses[i] = socket.status();
            socket.close();
        }
        assertThat(statuses).startsWith(101).contains(429).doesNotContain(500);
    }

    @Test
    void fragmentsPingsAndEmptyFramesCloseTheSocketWhenTheyComeWithoutEnd() {
        RawWebSocket socket = from("203.0.113.4").hello();
        assertThat(socket.next()).contains("welcome");
        for (int i = 0; i < 49; i++) {
            socket.send("{\"type\":\"ping\"}");
            assertThat(socket.next()).contains("pong");
        }

        RawWebSocket fragments = from("203.0.113.5").hello();
        assertThat(fragments.next()).contains("welcome");
        for (int i = 0; i < 60; i++) {
            fragments.fragment(i == 0 ? 1 : 0, new byte[] {' '});
        }
        assertThat(fragments.next()).isEqualTo("close 4429");

        RawWebSocket empty = from("203.0.113.6").hello();
        assertThat(empty.next()).contains("welcome");
        for (int i = 0; i < 60; i++) {
            empty.fragment(i == 0 ? 1 : 0, new byte[0]);
        }
        assertThat(empty.next()).isEqualTo("close 4429");
    }

    @Test
    void aSocketThatSaysNoHelloIsClosed() {
        assertThat(from("203.0.113.7").next()).isEqualTo("close 4408");
    }
}
