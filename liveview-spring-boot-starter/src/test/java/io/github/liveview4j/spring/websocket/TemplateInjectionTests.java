package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts expressions into every text of a frame that could reach a render. The result of one would be 54289. */
@SpringBootTest(classes = EndpointApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("S4, S5: no text of a page is a template, a fragment or an expression")
class TemplateInjectionTests {

    private static final JsonMapper json = JsonMapper.shared();

    @LocalServerPort
    private int port;

    static List<String> expressions() {
        return List.of(
                "${233*233}",
                "*{233*233}",
                "#{233*233}",
                "__${233*233}__",
                "__${T(java.lang.Runtime).getRuntime().exec('id')}__::.x",
                "${T(java.lang.Math).multiplyExact(233,233)}",
                "${#strings.repeat('x',99)}",
                "[[${233*233}]]",
                "[(${233*233})]",
                "endpoint :: link",
                "endpoint",
                "::link",
                "~{endpoint :: link}",
                "|${233*233}|",
                "redirect:/x",
                "forward:/x",
                "../endpoint",
                "say_hello__${233*233}__",
                "#{T(java.lang.System).exit(1)}",
                "@liveViewDispatcher",
                "#ctx",
                "java.lang.Runtime",
                "toString",
                "getClass",
                "__proto__",
                "constructor");
    }

    private static String quoted(String text) {
        return json.writeValueAsString(text);
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void expressionComesBackVerbatimOrIsRefused(String text, CapturedOutput output) {
        try (RawWebSocket page = RawWebSocket.v2(port, "/ws/liveview/abc")) {
            page.send("{\"type\":\"hello\",\"page\":" + quoted(text) + "}");
            assertThat(page.next()).contains("\"malformed\"").doesNotContain("54289");
            // A token that does not hold costs nothing but what it would have told of.
            page.send("{\"type\":\"hello\",\"page\":\"0123456789abcdef" + Integer.toHexString(text.hashCode())
                    + "\",\"lang\":" + quoted(text)
                    + ",\"token\":" + quoted(text) + ",\"node\":" + quoted(text) + ",\"rooms\":{" + quoted(text) + ":"
                    + quoted(text) + "}}");
            String welcome = page.next();
            while (!welcome.contains("welcome")) {
                welcome = page.next();
            }
            assertThat(welcome).doesNotContain("54289");

            page.send("{\"type\":\"call\",\"id\":1,\"function\":" + quoted(text) + "}");
            assertThat(reply(page, 1).path("error").path("code").asString()).isEqualTo("unknown_function");

            page.send("{\"type\":\"call\",\"id\":2,\"function\":\"say_hello\",\"lang\":" + quoted(text) + ",\"data\":{"
                    + quoted(text) + ":" + quoted(text) + "},\"form\":[[\"name\"," + quoted(text) + "],[" + quoted(text)
                    + ","
                    + quoted(text) + "]]}");
            JsonNode update = next(page, "update");
            assertThat(update.path("updates").path(0).path("html").asString())
                    .isEqualTo("Hello, " + text.replace("'", "&#39;"));
            reply(page, 2);

            page.send("{\"type\":\"call\",\"id\":3,\"function\":\"link\",\"lang\":" + quoted(text)
                    + ",\"data\":{\"template\":" + quoted(text) + ",\"link\":" + quoted(text) + "}}");
            assertThat(reply(page, 3).path("updates").path(0).path("html").asString())
                    .startsWith("<a")
                    .doesNotContain("54289");
        }
        assertThat(output).doesNotContain("54289");
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void firstDialectTakesThemForNothingElse(String text) {
        try (RawWebSocket page = RawWebSocket.v1(port, "/ws/liveview/abc")) {
            page.send("{\"function\":" + quoted(text) + "}");
            assertThat(page.next()).contains("unknown_function");
            page.send(
                    "{\"function\":\"say_hello\",\"lang\":" + quoted(text) + ",\"room\":" + quoted(text) + ",\"data\":{"
                            + quoted("data" + text) + ":" + quoted(text) + "},\"form\":{\"name\":" + quoted(text) + ","
                            + quoted(text) + ":"
                            + quoted(text) + "}}");
            assertThat(json.readTree(page.next()).path("html").asString())
                    .isEqualTo("Hello, " + text.replace("'", "&#39;"));
        }
    }

    @Test
    void expressionInTheAddressIsNoRoom() {
        for (String room : List.of(
                "$%7B233*233%7D", "__$%7B1%7D__", "%5B%5B$%7B1%7D%5D%5D", "a%3A%3Ab%20c", "T(java.lang.Runtime)")) {
            try (RawWebSocket page = RawWebSocket.v1(port, "/ws/liveview/" + room)) {
                assertThat(page.status()).as(room).isEqualTo(400);
            }
        }
        // These characters make no expression by themselves: such a room is a name, and is shown as one.
        try (RawWebSocket page = RawWebSocket.v1(port, "/ws/liveview/endpoint::link")) {
            page.send("{\"function\":\"room\"}");
            assertThat(page.next()).contains("\"html\":\"endpoint::link\"");
        }
    }

    private static JsonNode reply(RawWebSocket page, int id) {
        JsonNode reply = next(page, "reply");
        assertThat(reply.path("id").asInt()).isEqualTo(id);
        return reply;
    }

    private static JsonNode next(RawWebSocket page, String type) {
        while (true) {
            String frame = page.next();
            JsonNode read = json.readTree(frame);
            for (JsonNode one : read.isArray() ? read : List.of(read)) {
                if (type.equals(one.path("type").asString())) {
                    return one;
                }
            }
        }
    }
}
