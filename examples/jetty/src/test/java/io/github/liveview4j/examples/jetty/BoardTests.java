package io.github.liveview4j.examples.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages over real sockets of Jetty, with a setting that is Tomcat's: it does nothing here, and no harm. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "liveview.lean-connections=true")
@ExtendWith(OutputCaptureExtension.class)
class BoardTests {

    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private String token = "";

    /** What a server says, text or bytes, each message as a whole. */
    private static final class Heard implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

        private void add(WebSocket socket, CharSequence text, boolean isLast) {
            part.append(text);
            if (isLast) {
                messages.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            add(socket, data, last);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            add(socket, StandardCharsets.ISO_8859_1.decode(data), last);
            return null;
        }

        String next() throws InterruptedException {
            String next = messages.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("a message within ten seconds").isNotNull();
            return next;
        }
    }

    @BeforeEach
    void fetch() throws Exception {
        HttpRequest page =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port)).build();
        String html = client.send(page, BodyHandlers.ofString()).body();
        Matcher matcher = TOKEN.matcher(html);
        assertThat(matcher.find()).as("a token in %s", html).isTrue();
        token = matcher.group(1);
    }

    private WebSocket open(String name, Heard heard) throws InterruptedException {
        WebSocket socket = client.newWebSocketBuilder()
                .header("Origin", "http://localhost:" + port)
                .subprotocols("liveview.v2")
                .buildAsync(URI.create("ws://localhost:" + port + "/ws/liveview/" + UUID.randomUUID()), heard)
                .join();
        say(socket, "{\"type\":\"hello\",\"page\":\"page-" + name + "-0123456789\",\"token\":\"" + token + "\"}");
        assertThat(heard.next()).contains("welcome");
        return socket;
    }

    private static void say(WebSocket socket, String text) {
        socket.sendText(text, true).join();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 65_000})
    void whatOnePageSaysReachesTheOtherWhole(int size) throws InterruptedException {
        String note = "x".repeat(size);
        Heard ana = new Heard();
        Heard bob = new Heard();
        WebSocket one = open("ana", ana);
        WebSocket two = open("bob", bob);

        say(one, "{\"type\":\"call\",\"id\":1,\"function\":\"pin\",\"form\":[[\"note\",\"" + note + "\"]]}");

        assertThat(bob.next()).contains("<li>" + note + "</li>");
        String first = ana.next();
        assertThat(first + (first.contains("\"id\":1") ? "" : ana.next())).contains("\"reply\"");
        one.abort();
        two.abort();
    }

    @Test
    void theLogSaysThatLeanConnectionsAreTomcats(CapturedOutput output) {
        assertThat(output)
                .contains("liveview.lean-connections does nothing here: expected Tomcat, got org.eclipse.jetty.");
        assertThat(System.getProperty("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE"))
                .isNull();
    }
}
