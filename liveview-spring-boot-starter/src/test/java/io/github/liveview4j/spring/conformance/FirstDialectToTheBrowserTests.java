package io.github.liveview4j.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client gets that offers no subprotocol: the frames of table 1.3, byte for byte. */
@ConformanceTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("v1, 1.3 to the browser")
class FirstDialectToTheBrowserTests {

    private static final String REF = "\"ref\":\"[0-9A-Z]{10}\"";

    @LocalServerPort
    private int port;

    private RawWebSocket page;

    @BeforeEach
    void openPage() {
        page = RawWebSocket.v1(port, "/ws/liveview/" + UUID.randomUUID() + "/");
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    private String call(String function) {
        page.send("{\"function\":\"" + function + "\",\"data\":{},\"form\":{},\"lang\":null,\"room\":\"r\"}");
        return page.next();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("1.3 target, html, append, remove, url, title, scroll, scrollTop, error")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "html         | {'target':'#a','html':'<b>\\'A\\' & ä</b>'}",
                "append_row   | {'target':'#rows','html':'<tr><td>1</td></tr>','append':true}",
                "remove_row   | {'target':'#row-1','remove':true}",
                "about        | {'target':'#content','html':'About','url':'/about','title':'About us'}",
                "scroll       | {'target':'#content','html':'x','scroll':'#end'}",
                "scroll_top   | {'target':'#content','html':'x','scrollTop':true}",
                "unauthorized | {'error':'Unauthorized'}"
            })
    void updateIsTheSeedsFrame(String function, String frame) {
        assertThat(call(function)).isEqualTo(frame.replace('\'', '"'));
    }

    @Test
    @DisplayName("1.3 html, D15: no target is sent without html, which the seed's client would write as undefined")
    void nothingIsRenderedAsUndefined() {
        assertThat(call("title_only")).isEqualTo("{\"title\":\"T\"}");
    }

    @Test
    @DisplayName("1.3: one update a frame, in order")
    void severalUpdatesAreSeveralFrames() {
        assertThat(call("several")).isEqualTo("{\"target\":\"#a\",\"html\":\"1\"}");
        assertThat(page.next()).isEqualTo("{\"target\":\"#b\",\"html\":\"2\"}");
        assertThat(page.next()).isEqualTo("{\"target\":\"#c\",\"remove\":true}");
        assertThat(page.next()).isEqualTo("{\"title\":\"3\"}");
    }

    @Test
    @DisplayName("1.3 error and function, S4, D46: a code and a reference, never the exception, and the socket stays")
    void failedHandlerTellsNothingOfTheInside(CapturedOutput output) {
        String answer = call("fail");

        assertThat(answer).matches("\\{\"error\":\"failed\"," + REF + ",\"function\":\"fail\"}");
        assertThat(output)
                .contains(answer.replaceAll(".*\"ref\":\"([^\"]+).*", "$1"))
                .contains("hunter2");
        assertThat(call("unauthorized")).isEqualTo("{\"error\":\"Unauthorized\"}");
    }

    @Test
    @DisplayName("1.3 available_functions, S5, D47: an unknown name learns no other")
    void unknownFunctionListsNoHandler() {
        assertThat(call("nobody")).matches("\\{\"error\":\"unknown_function\"," + REF + "}");
        assertThat(call("unauthorized")).isEqualTo("{\"error\":\"Unauthorized\"}");
    }

    @ParameterizedTest
    @DisplayName("D48: what cannot be read is answered, and the socket stays open")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{",
                "[{\"function\":\"about\"}]",
                "{\"function\":[\"about\"]}",
                "{\"function\":{\"a\":1}}",
                "{\"function\":null}",
                "{\"data\":{}}",
                "{\"function\":\"about\",\"data\":[]}",
                "{\"function\":\"about\",\"form\":\"x\"}",
                "\"about\"",
                "null",
                "about"
            })
    void malformedFrameKeepsTheSocketOpen(String frame) {
        page.send(frame);
        assertThat(page.next()).matches("\\{\"error\":\"malformed\"," + REF + "}");
        assertThat(call("unauthorized")).isEqualTo("{\"error\":\"Unauthorized\"}");
    }

    @Test
    @DisplayName("D48: a binary frame keeps the socket open, readable or not")
    void binaryFrameKeepsTheSocketOpen() {
        page.sendBinary(new byte[] {(byte) 0xff, 0, 1, (byte) 0xc3, 0x28});
        assertThat(page.next()).matches("\\{\"error\":\"malformed\"," + REF + "}");
        page.sendBinary("{\"function\":\"unauthorized\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(page.next()).isEqualTo("{\"error\":\"Unauthorized\"}");
    }

    @Test
    @DisplayName("D48: a room name with an @ is refused in words, not with a failure")
    void roomWithAnOddCharacterIsRefused() {
        try (RawWebSocket odd = RawWebSocket.v1(port, "/ws/liveview/a%40b/")) {
            assertThat(odd.status()).isEqualTo(400);
        }
    }

    @Test
    @DisplayName("D49: a message of 8 MB is refused by the limit and runs nothing")
    void messageOfEightMegabytesIsRefused(CapturedOutput output) {
        try {
            page.send("{\"function\":\"echo\",\"data\":{\"a\":\"" + "x".repeat(8 * 1024 * 1024) + "\"}}");
        } catch (UncheckedIOException e) {
            assertThat(e).as("the server does not read to the end").hasCauseInstanceOf(IOException.class);
        }

        // A server that hangs up before everything was read may lose its last words.
        assertThat(page.next()).isIn("close 1009", "close 1006");
        assertThat(output).contains("liveview.frame-limit").doesNotContain("x".repeat(200));
    }

    @Test
    @DisplayName("D51: what a person typed is in no log")
    void formValuesAreInNoLog(CapturedOutput output) {
        page.send(
                "{\"function\":\"fail\",\"form\":{\"password\":\"correct horse\"},\"data\":{\"a\":\"correct horse\"}}");
        assertThat(page.next()).contains("failed");
        page.send("{\"function\":\"nobody\",\"form\":{\"password\":\"correct horse\"}}");
        assertThat(page.next()).contains("unknown_function");
        page.send("{\"function\":\"echo\",\"form\":\"correct horse\"}");
        assertThat(page.next()).contains("malformed");

        assertThat(output).doesNotContain("correct horse");
    }
}
