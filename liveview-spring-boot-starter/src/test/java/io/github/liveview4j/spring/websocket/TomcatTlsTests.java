package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.room.RoomName;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tomcat encrypts what is written below its sessions as it does everything else. */
@SpringBootTest(
        classes = {EndpointApplication.class, SmallSocketBuffers.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "liveview.limits.calls=0")
class TomcatTlsTests {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    @LocalServerPort
    private int port;

    @Autowired
    private LiveViewSessionRegistry sessions;

    @Autowired
    private LiveViewBroadcaster live;

    /** A certificate that nobody has signed but itself. */
    @DynamicPropertySource
    static void certificate(DynamicPropertyRegistry registry) {
        registry.add("server.ssl.key-store", () -> store().toString());
        registry.add("server.ssl.key-store-password", () -> PASSWORD);
    }

    private static Path store() {
        return directory.resolve("localhost.p12");
    }

    @BeforeAll
    static void makeCertificate() throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store().toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("localhost", store.getCertificate("localhost"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    /** Java's own client, which checks every frame. */
    private static final class Page implements WebSocket.Listener {

        private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                received.add(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }

        String next() throws InterruptedException {
            String next = received.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("what came within ten seconds").isNotNull();
            return next;
        }
    }

    @Test
    void framesOfEveryLengthArriveWhole() throws Exception {
        Page page = new Page();
        WebSocket socket = HttpClient.newBuilder()
                .sslContext(trusting())
                .build()
                .newWebSocketBuilder()
                .header("Origin", "https://localhost:" + port)
                .subprotocols("liveview.v2")
                .buildAsync(URI.create("wss://localhost:" + port + "/ws/liveview/room"), page)
                .get(10, TimeUnit.SECONDS);
        socket.sendText("{\"type\":\"hello\",\"page\":\"page-over-tls-0123456789\"}", true);
        assertThat(page.next()).contains("welcome");
        RawWebSocket other = encrypted().hello().startReading();
        assertThat(other.next()).contains("welcome");

        for (int length : new int[] {1, 100, 16_000, 17_000, 70_000, 1_000_000}) {
            String text = "ñ".repeat(length);
            live.broadcast(LiveViewMessage.append("#notes").text(text));

            assertThat(page.next()).contains(text);
            assertThat(other.next()).contains(text);
        }
        socket.sendText("{\"type\":\"call\",\"id\":1,\"function\":\"answer\"}", true)
                .get(10, TimeUnit.SECONDS);
        assertThat(page.next()).contains("\"html\":\"42\"");
        socket.abort();
        other.close();
        await().until(() -> sessions.size() == 0);
    }

    @Test
    void aSlowReaderThatRecoversGetsEverythingOnceAndInOrder() throws Exception {
        RawWebSocket slow = encrypted();
        slow.hello();
        RawWebSocket other = encrypted().hello().startReading();
        assertThat(other.next()).contains("welcome");
        await().until(() -> sessions.inRoom(RoomName.EVERYONE).length == 2);
        int count = 40;
        for (int i = 0; i < count; i++) {
            live.broadcast(LiveViewMessage.append("#notes").text("<" + i + ">" + "x".repeat(10_000)));
        }
        assertAll(other, count);

        slow.startReading();

        assertThat(slow.next()).contains("welcome");
        assertAll(slow, count);
        slow.send("{\"type\":\"call\",\"id\":1,\"function\":\"answer\"}");
        assertThat(slow.next()).contains("\"html\":\"42\"");
        slow.close();
        other.close();
        await().until(() -> sessions.size() == 0);
    }

    private RawWebSocket encrypted() throws GeneralSecurityException, IOException {
        return RawWebSocket.stalled(
                port,
                "/ws/liveview/room",
                List.of("Origin: https://localhost:" + port, "Sec-WebSocket-Protocol: liveview.v2"),
                SmallSocketBuffers.SIZE,
                trusting().getSocketFactory());
    }

    private static void assertAll(RawWebSocket page, int count) {
        for (int next = 0; next < count; ) {
            String frame = page.next();
            int at = 0;
            while ((at = frame.indexOf("&lt;", at)) >= 0) {
                int end = frame.indexOf("&gt;", at);
                assertThat(frame.substring(at + 4, end)).isEqualTo("" + next);
                next++;
                at = end;
            }
        }
    }
}
