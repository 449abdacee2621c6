package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ExtendWith(OutputCaptureExtension.class)
class EndpointOptionsTests {

    @Nested
    @SpringBootTest(
            classes = EndpointApplication.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "server.servlet.context-path=/shop",
                "spring.mvc.servlet.path=/app",
                "liveview.path=/live/",
                "liveview.dialects=v2",
                "liveview.compression=true"
            })
    class UnderAContextPathAndAServletPath {

        @LocalServerPort
        private int port;

        @Test
        void endpointAndScriptAreBelowBoth() throws Exception {
            try (RawWebSocket page =
                    RawWebSocket.v2(port, "/shop/app/live/room").hello()) {
                assertThat(page.next()).contains("welcome");
            }
            HttpRequest script = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/shop/app/liveview/liveview.min.js"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(script, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void logNamesTheWholeAddress(CapturedOutput output) {
            assertThat(output).contains("LiveView listens at /shop/app/live/{room} with 7 handlers");
        }

        @Test
        void linksAreThoseOfAController() {
            try (RawWebSocket page =
                    RawWebSocket.v2(port, "/shop/app/live/room").hello()) {
                page.next();
                page.send("{\"type\":\"call\",\"id\":1,\"function\":\"link\"}");

                assertThat(page.next()).contains("href=\\\"/shop/cart\\\"");
            }
        }

        @Test
        void firstDialectIsRefusedWhereItIsNotWanted() {
            try (RawWebSocket page = RawWebSocket.v1(port, "/shop/app/live/room")) {
                assertThat(page.status()).isEqualTo(400);
            }
        }

        @Test
        void compressionIsAgreedToWhereItIsWanted() {
            try (RawWebSocket page = RawWebSocket.open(
                    port,
                    "/shop/app/live/room",
                    List.of(
                            "Origin: http://localhost:" + port,
                            "Sec-WebSocket-Protocol: liveview.v2",
                            "Sec-WebSocket-Extensions: permessage-deflate"))) {
                assertThat(page.status()).isEqualTo(101);
                assertThat(page.responseHeaders()).anyMatch(header -> header.startsWith("Sec-WebSocket-Extensions"));
            }
        }
    }

    @Nested
    @SpringBootTest(classes = EndpointApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    class AtTheUsualPath {

        @LocalServerPort
        private int port;

        @Test
        void longTextOfManyBytesACharacterArrivesWhole() {
            String name = "\uD83D\uDC0C\u00e4".repeat(5_000);
            try (RawWebSocket page = RawWebSocket.v2(port, "/ws/liveview/room").hello()) {
                page.next();
                page.send("{\"type\":\"call\",\"id\":1,\"function\":\"say_hello\",\"form\":[[\"name\",\"" + name
                        + "\"]]}");

                assertThat(page.next()).contains("Hello, " + name + "\"");
            }
        }

        @Test
        void callIsAnsweredUnderItsIdAndAfterItsUpdates() {
            try (RawWebSocket page = RawWebSocket.v2(port, "/ws/liveview/room").hello()) {
                assertThat(page.next())
                        .matches("\\{\"type\":\"welcome\",\"heartbeat\":20000,\"resumed\":false,"
                                + "\"node\":\"[\\w-]{8}\","
                                + "\"epoch\":\"[\\w-]{8}\",\"seq\":\\d+,\"assets\":\"[\\w-]{16}\"}");
                page.send("{\"type\":\"call\",\"id\":1,\"function\":\"say_hello\",\"form\":[[\"name\",\"Ana\"]]}");

                assertThat(page.next())
                        .isEqualTo("{\"type\":\"update\",\"call\":1,\"n\":1,\"updates\":"
                                + "[{\"target\":\"#greeting\",\"html\":\"Hello, Ana\"}]}");
                assertThat(page.next()).isEqualTo("{\"type\":\"reply\",\"id\":1}");
            }
        }

        @Test
        void broadcastReachesPagesOfBothDialects() {
            try (RawWebSocket one = RawWebSocket.v2(port, "/ws/liveview/a").hello();
                    RawWebSocket two = RawWebSocket.v1(port, "/ws/liveview/b/")) {
                Matcher welcome = Pattern.compile("\"epoch\":\"([\\w-]{8})\",\"seq\":(\\d+),")
                        .matcher(one.next());
                assertThat(welcome.find()).isTrue();
                long place = Long.parseLong(welcome.group(2)) + 1;
                // A handshake is answered before the session is known: only an answer shows that it is.
                two.send("{\"function\":\"room\"}");
                assertThat(two.next()).contains("\"html\":\"b\"");
                one.send("{\"type\":\"call\",\"id\":1,\"function\":\"notify_all\",\"data\":{\"seq\":\"7\"}}");

                assertThat(two.next()).isEqualTo("{\"target\":\"#notes\",\"html\":\"7\",\"append\":true}");
                assertThat(List.of(one.next(), one.next()))
                        .containsExactlyInAnyOrder(
                                "{\"type\":\"reply\",\"id\":1}",
                                "{\"type\":\"update\",\"room\":\"*\",\"epoch\":\"" + welcome.group(1)
                                        + "\",\"first\":" + place + ",\"seq\":" + place + ",\"updates\":"
                                        + "[{\"target\":\"#notes\",\"html\":\"7\",\"append\":true}]}");
            }
        }

        @Test
        void callThatIsSentAgainAfterALostSocketIsNotRunAgain() {
            String hello = "{\"type\":\"hello\",\"page\":\"0123456789abcdef0123\"}";
            String call = "{\"type\":\"call\",\"id\":1,\"function\":\"count\"}";
            String first;
            try (RawWebSocket page = RawWebSocket.v2(port, "/ws/liveview/room")) {
                page.send(hello);
                page.next();
                page.send(call);
                first = page.next();
            }
            try (RawWebSocket page = RawWebSocket.v2(port, "/ws/liveview/room")) {
                page.send(hello);
                assertThat(page.next()).contains("\"resumed\":true");
                page.send(call);

                assertThat(page.next()).isEqualTo(first);
            }
        }
    }
}
