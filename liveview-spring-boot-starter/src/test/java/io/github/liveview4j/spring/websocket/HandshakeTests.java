package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = EndpointApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "liveview.allowed-origins=https://friend.example")
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("D44, S14: who may connect at all")
class HandshakeTests {

    private static final String PATH = "/ws/liveview/";

    @LocalServerPort
    private int port;

    private int status(String path, String... headers) {
        try (RawWebSocket socket = RawWebSocket.open(port, path, List.of(headers))) {
            return socket.status();
        }
    }

    private String own() {
        return "Origin: http://localhost:" + port;
    }

    @Test
    void ownOriginIsLetIn() {
        assertThat(status(PATH + "abc", own())).isEqualTo(101);
        assertThat(status(PATH + "abc", "Origin: HTTP://LOCALHOST:" + port)).isEqualTo(101);
    }

    @Test
    void namedOriginIsLetIn() {
        assertThat(status(PATH + "abc", "Origin: https://friend.example")).isEqualTo(101);
        assertThat(status(PATH + "abc", "Origin: https://friend.example:443")).isEqualTo(101);
    }

    @Test
    void absentOriginIsRefused(CapturedOutput output) {
        assertThat(status(PATH + "abc")).isEqualTo(403);
        assertThat(output).contains("expected one Origin header, got 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://localhost",
                "https://localhost:PORT",
                "http://localhost.:PORT",
                "http://evil.example",
                "http://localhost.evil.example:PORT",
                "http://evil@localhost:PORT",
                "http://localhost:PORT@evil.example",
                "http://localhost:PORT/",
                "http://localhost:PORT http://localhost:PORT",
                "http://localhost:PORT, http://evil.example",
                "http://127.0.0.1:PORT",
                "http://localhost:0PORT",
                "ws://localhost:PORT",
                "file://",
                "http://friend.example",
                "https://friend.example.",
                "https://friend.example:444",
                "https://x.friend.example",
                "chrome-extension://abcdefgh",
                "http://l\u043ecalhost:PORT"
            })
    void foreignOriginIsRefused(String origin) {
        assertThat(status(PATH + "abc", "Origin: " + origin.replace("PORT", "" + port)))
                .as(origin)
                .isIn(400, 403);
    }

    @Test
    void twoOriginsAreRefused() {
        assertThat(status(PATH + "abc", own(), own())).isEqualTo(403);
        assertThat(status(PATH + "abc", own(), "Origin: http://evil.example")).isEqualTo(403);
    }

    @Test
    void forgedForwardedHeadersDoNotMakeAnOriginOurs() {
        assertThat(status(
                        PATH + "abc",
                        "Origin: http://evil.example",
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Proto: http",
                        "Forwarded: host=evil.example;proto=http"))
                .isEqualTo(403);
    }

    @Test
    void refusalBehindAProxyThatEndsTlsSaysWhatToSet(CapturedOutput output) {
        assertThat(status(PATH + "abc", "Origin: https://localhost")).isEqualTo(403);
        assertThat(output).contains("server.forward-headers-strategy").contains("liveview.allowed-origins");
    }

    @Test
    void refusalIsOneLineWithTheClientsTextEscapedAndCut(CapturedOutput output) {
        assertThat(status(PATH + "abc", "Origin: http://" + "y".repeat(500))).isEqualTo(403);
        assertThat(status(PATH + "a%E2%80%AEb", own())).isEqualTo(400);

        assertThat(output.getAll())
                .contains("a\\u202eb")
                .doesNotContain("\u202e")
                .doesNotContain("y".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%40b", "a%20b", "a%3Cb", "%C3%A4", "a%0Ab", "a,b", "a'b", "%E2%80%AE"})
    void roomWithOddCharactersIsRefused(String room) {
        assertThat(status(PATH + room, own())).isEqualTo(400);
    }

    @Test
    void longRoomIsRefused() {
        assertThat(status(PATH + "r".repeat(128), own())).isEqualTo(101);
        assertThat(status(PATH + "r".repeat(129), own())).isEqualTo(400);
    }

    @Test
    void roomMayHaveATrailingSlash() {
        try (RawWebSocket socket = RawWebSocket.v1(port, PATH + "my.room:1~/")) {
            socket.send("{\"function\":\"room\"}");

            assertThat(socket.next()).isEqualTo("{\"target\":\"#room\",\"html\":\"my.room:1~\"}");
        }
    }

    @Test
    void otherPathsAreNotTheEndpoint() {
        assertThat(status(PATH + "a/b", own())).isEqualTo(404);
        assertThat(status("/ws/liveview", own())).isEqualTo(404);
    }

    @Test
    void secondDialectIsAgreedOnWhereItIsOffered() {
        List<String> headers = new ArrayList<>(List.of(own(), "Sec-WebSocket-Protocol: other, liveview.v2"));
        try (RawWebSocket socket = RawWebSocket.open(port, PATH + "abc", headers)) {
            assertThat(socket.responseHeaders()).contains("Sec-WebSocket-Protocol: liveview.v2");
        }
    }

    @Test
    void compressionIsNotAgreedToUnlessAskedFor() {
        try (RawWebSocket socket =
                RawWebSocket.v2(port, PATH + "abc", "Sec-WebSocket-Extensions: permessage-deflate")) {
            assertThat(socket.status()).isEqualTo(101);
            assertThat(socket.responseHeaders()).noneMatch(header -> header.startsWith("Sec-WebSocket-Extensions"));
        }
    }
}
