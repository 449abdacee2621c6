package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that come and go in many parts, at a server that somebody has started. */
abstract class LargeFrames {

    private static final String CALL_BEFORE_NAME =
            "{\"type\":\"call\",\"id\":1,\"function\":\"say_hello\",\"form\":[[\"name\",\"";
    private static final String CALL_AFTER_NAME = "\"]]}";
    private static final int LIMIT = 64 * 1024;

    abstract int port();

    /** Of 1, 2, 3 and 4 bytes, so that every buffer's edge falls into every place of each as the text is shifted. */
    private static String text(int shift) {
        return "x".repeat(shift) + "\uD83D\uDC0C\u00e4\u20ac".repeat(2_300);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void textOfManyBytesACharacterArrivesWhole(int shift) {
        String name = text(shift);
        String call = CALL_BEFORE_NAME + name + CALL_AFTER_NAME;
        try (RawWebSocket page = page()) {
            page.send(call);
            assertThat(page.next()).contains("Hello, " + name + "\"");
        }
        try (RawWebSocket page = page()) {
            page.sendBinary(call.getBytes(StandardCharsets.UTF_8));
            assertThat(page.next()).contains("Hello, " + name + "\"");
        }
        String first = "{\"function\":\"say_hello\",\"form\":{\"name\":\"" + name + "\"}}";
        try (RawWebSocket page = RawWebSocket.v1(port(), "/ws/liveview/room")) {
            page.send(first);
            assertThat(page.next()).contains("Hello, " + name + "\"");
            page.sendBinary(first.getBytes(StandardCharsets.UTF_8));
            assertThat(page.next()).contains("Hello, " + name + "\"");
        }
    }

    @Test
    void frameIsAsLargeAsTheLimitAndNotLarger() {
        String name = "x".repeat(LIMIT - CALL_BEFORE_NAME.length() - CALL_AFTER_NAME.length());
        try (RawWebSocket page = page()) {
            page.send(CALL_BEFORE_NAME + name + CALL_AFTER_NAME);
            assertThat(page.next()).contains("Hello, " + name + "\"");
            page.next();
            page.send(CALL_BEFORE_NAME + "y" + name + CALL_AFTER_NAME);
            assertThat(page.next()).isEqualTo("close 1009");
        }
    }

    @Test
    void partsThatTheContainerCutsAreNotCountedAsFrames() {
        String name = "x".repeat(60_000);
        try (RawWebSocket page = page()) {
            for (int i = 1; i <= 30; i++) {
                page.send(CALL_BEFORE_NAME.replace("\"id\":1", "\"id\":" + i) + name + CALL_AFTER_NAME);
                assertThat(page.next()).contains("Hello, xxx");
                assertThat(page.next()).isEqualTo("{\"type\":\"reply\",\"id\":" + i + "}");
            }
        }
    }

    @Test
    void largeBroadcastReachesPagesOfBothDialects() {
        try (RawWebSocket one = page();
                RawWebSocket two = RawWebSocket.v1(port(), "/ws/liveview/b")) {
            two.send("{\"function\":\"room\"}");
            assertThat(two.next()).contains("\"html\":\"b\"");
            one.send("{\"type\":\"call\",\"id\":1,\"function\":\"notify_all\",\"data\":{\"seq\":\"7\",\"pad\":" + LIMIT
                    + "}}");
            String html = "7" + "x".repeat(LIMIT);
            assertThat(two.next()).contains(html);
            String next = one.next();
            assertThat(next.contains(html) ? next : one.next()).contains(html);
        }
    }

    private RawWebSocket page() {
        RawWebSocket page = RawWebSocket.v2(port(), "/ws/liveview/room").hello();
        assertThat(page.next()).contains("welcome");
        return page;
    }
}
