package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = EndpointApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("D46 to D49: bad input in the second dialect")
class BadInputTests {

    private static final String REF = "\"ref\":\"[0-9A-Z]{10}\"";

    @LocalServerPort
    private int port;

    private RawWebSocket page;

    @BeforeEach
    void openPage() {
        page = RawWebSocket.v2(port, "/ws/liveview/room").hello();
        assertThat(page.next()).contains("welcome");
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    private void assertThatThePageStillWorks() {
        page.send("{\"type\":\"call\",\"id\":99,\"function\":\"answer\"}");
        assertThat(page.next())
                .isEqualTo("{\"type\":\"reply\",\"id\":99,\"updates\":[{\"target\":\"#answer\",\"html\":\"42\"}]}");
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("malformed JSON", "{\"type\":\"call\","),
                Arguments.of("no JSON at all", "hello there"),
                Arguments.of("nothing", ""),
                Arguments.of("an array of nonsense", "[1,\"x\",null,[],true]"),
                Arguments.of("20,000 nested brackets", "[".repeat(20_000)),
                Arguments.of("a number", "42"),
                Arguments.of("a list as type", "{\"type\":[\"call\"]}"),
                Arguments.of("an unknown type", "{\"type\":\"join\"}"),
                Arguments.of("two values", "{\"type\":\"ping\"}{\"type\":\"ping\"}"),
                Arguments.of("a name twice", "{\"type\":\"ping\",\"type\":\"ping\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void unreadableFrameIsAnsweredWithAnErrorAndTheSocketStaysOpen(String name, String frame) {
        page.send(frame);

        int errors = name.startsWith("an array of") ? 5 : 1;
        for (int i = 0; i < errors; i++) {
            assertThat(page.next()).matches("\\{\"type\":\"error\",\"code\":\"malformed\"," + REF + "}");
        }
        assertThatThePageStillWorks();
    }

    static Stream<Arguments> unreadableCalls() {
        return Stream.of(
                Arguments.of("a list as function name", "\"function\":[\"say_hello\"]"),
                Arguments.of("no function", "\"data\":{}"),
                Arguments.of("text as data", "\"function\":\"answer\",\"data\":\"x\""),
                Arguments.of("an object as form", "\"function\":\"answer\",\"form\":{\"a\":\"b\"}"),
                Arguments.of("a pair of three", "\"function\":\"answer\",\"form\":[[\"a\",\"b\",\"c\"]]"),
                Arguments.of("a number as lang", "\"function\":\"answer\",\"lang\":7"),
                Arguments.of("5,000 values", "\"function\":\"answer\",\"data\":{\"a\":[" + "1,".repeat(5000) + "1]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadableCalls")
    void callOfWrongTypesEndsWithAnErrorUnderItsId(String name, String fields) {
        page.send("{\"type\":\"call\",\"id\":7," + fields + "}");

        assertThat(page.next())
                .matches("\\{\"type\":\"reply\",\"id\":7,\"error\":\\{\"code\":\"malformed\"," + REF + "}}");
        assertThatThePageStillWorks();
    }

    @Test
    void garbageInABinaryFrameIsAnsweredWithAnError() {
        page.sendBinary(new byte[] {(byte) 0xff, 0, 1, (byte) 0xc3, 0x28});

        assertThat(page.next()).contains("\"code\":\"malformed\"");
        assertThatThePageStillWorks();
    }

    @Test
    void jsonInABinaryFrameIsRead() {
        page.sendBinary("[{\"type\":\"ping\"},{\"type\":\"ping\"}]".getBytes(StandardCharsets.UTF_8));

        assertThat(page.next()).isEqualTo("{\"type\":\"pong\"}");
        assertThat(page.next()).isEqualTo("{\"type\":\"pong\"}");
    }

    @Test
    void unknownFunctionIsAnErrorThatNamesNoHandler(CapturedOutput output) {
        page.send("{\"type\":\"call\",\"id\":1,\"function\":\"drop\\r\\ntables\\u001b[31m" + "z".repeat(300) + "\"}");

        String reply = page.next();
        assertThat(reply)
                .matches("\\{\"type\":\"reply\",\"id\":1,\"error\":\\{\"code\":\"unknown_function\"," + REF + "}}");
        String ref = reply.replaceAll(".*\"ref\":\"([^\"]+).*", "$1");
        assertThat(output.getAll().lines().filter(line -> line.contains(ref)))
                .singleElement()
                .asString()
                .contains("drop\\u000d\\u000atables\\u001b[31m")
                .doesNotContain("z".repeat(100));
        assertThatThePageStillWorks();
    }

    @Test
    void handlerThatThrowsIsAnErrorAndNothingOfTheInsideReachesTheBrowser(CapturedOutput output) {
        page.send("{\"type\":\"call\",\"id\":1,\"function\":\"fail\"}");

        String reply = page.next();
        assertThat(reply)
                .matches("\\{\"type\":\"reply\",\"id\":1,\"error\":\\{\"code\":\"failed\"," + REF
                        + ",\"function\":\"fail\"}}");
        String ref = reply.replaceAll(".*\"ref\":\"([^\"]+).*", "$1");
        assertThat(output).contains(ref).contains("the password is hunter2");
        assertThatThePageStillWorks();
    }

    @Test
    void frameOfExactlyTheLimitIsReadAndOnePastItClosesWith1009() {
        String start = "{\"type\":\"ping\",\"x\":[";
        String filler = "\"" + "y".repeat(30_000) + "\",";
        String body = start + filler + filler;
        String frame = body + "\"" + "y".repeat(65_536 - body.length() - 4) + "\"]}";
        assertThat(frame).hasSize(65_536);

        page.send(frame);
        assertThat(page.next()).isEqualTo("{\"type\":\"pong\"}");

        page.send(frame + " ");
        assertThat(page.next()).isEqualTo("close 1009");
    }

    @Test
    void firstDialectGetsTheSameAnswersInItsOwnWords() {
        try (RawWebSocket old = RawWebSocket.v1(port, "/ws/liveview/room/")) {
            for (String frame : new String[] {"{", "[1,2]", "{\"function\":[\"a\"]}", "[".repeat(20_000)}) {
                old.send(frame);
                assertThat(old.next()).matches("\\{\"error\":\"malformed\"," + REF + "}");
            }
            old.send("{\"function\":\"nobody\"}");
            assertThat(old.next()).matches("\\{\"error\":\"unknown_function\"," + REF + "}");
            old.send("{\"function\":\"fail\"}");
            assertThat(old.next()).matches("\\{\"error\":\"failed\"," + REF + ",\"function\":\"fail\"}");
            old.send(
                    "{\"function\":\"say_hello\",\"data\":{},\"form\":{\"name\":\"<Ana>\"},\"lang\":null,\"room\":\"x\"}");
            assertThat(old.next()).isEqualTo("{\"target\":\"#greeting\",\"html\":\"Hello, &lt;Ana&gt;\"}");
        }
    }

    @Test
    void socketIsClosedAfterAHundredUnreadableFrames() {
        for (int i = 0; i < 100; i++) {
            page.send("{");
        }

        String last = "";
        while (!last.startsWith("close")) {
            last = page.next();
        }
        assertThat(last).isEqualTo("close 4400");
    }
}
