package io.github.liveview4j.spring.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** What an open page costs that does nothing, on a Tomcat as it comes. */
@EnabledForJreRange(maxVersion = 25, disabledReason = "Two of Tomcat's buffers stay as they are")
class IdlePageTests {

    private static final int PAGES = 400;

    /** Live heap a page, in which the test's own socket is, too. */
    private static final long MOST = 50_000;

    private final List<Socket> sockets = new ArrayList<>();

    /** Without a buffer of its own, as it lives in the same heap. */
    private void open(int port) throws IOException {
        Socket socket = new Socket("localhost", port);
        String handshake = WireSocket.handshake(port, "Sec-WebSocket-Protocol: liveview.v2");
        socket.getOutputStream().write(handshake.getBytes(StandardCharsets.ISO_8859_1));
        String hello = "{\"type\":\"hello\",\"page\":\"an-idle-page-0123456789-" + sockets.size() + "\"}";
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        assertThat(head).startsWith("HTTP/1.1 101");
        socket.getOutputStream().write(WireBytes.text(hello));
        sockets.add(socket);
    }

    @Test
    void takesLessThanFiftyKilobytes() throws IOException {
        try (HostileServer server = new HostileServer()) {
            for (int i = 0; i < PAGES; i++) {
                open(server.port());
            }
            await().until(() -> server.sessions().size() == PAGES);
            long before = Footprint.now().heap();
            for (int i = 0; i < PAGES; i++) {
                open(server.port());
            }
            await().until(() -> server.sessions().size() == 2 * PAGES);

            assertThat((Footprint.now().heap() - before) / PAGES).isLessThan(MOST);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
