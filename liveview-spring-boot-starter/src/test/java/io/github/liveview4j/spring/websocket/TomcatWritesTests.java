package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.room.RoomName;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What goes to Tomcat's sockets directly, with all that Tomcat itself does to them meanwhile. */
class TomcatWritesTests {

    private static final int TEXT = 1;
    private static final int BINARY = 2;

    @SpringBootTest(
            classes = {EndpointApplication.class, SmallSocketBuffers.class},
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {"liveview.limits.calls=0", "liveview.limits.frames=0", "liveview.send-timeout=2s"})
    abstract static class Server {

        @LocalServerPort
        int port;

        @Autowired
        LiveViewSessionRegistry sessions;

        @Autowired
        LiveViewBroadcaster live;

        private final List<RawWebSocket> open = new ArrayList<>();

        @AfterEach
        void everySessionEndsWithItsConnection() {
            open.forEach(RawWebSocket::close);
            await().until(() -> sessions.size() == 0);
        }

        RawWebSocket page(RawWebSocket socket) {
            open.add(socket);
            return socket;
        }

        RawWebSocket healthy() {
            RawWebSocket page = page(RawWebSocket.v2(port, "/ws/liveview/room").hello());
            assertThat(page.next()).contains("welcome");
            return page;
        }

        /** Returns the session of a page that does not even read its welcome. */
        LiveViewSession sessionOf(Runnable arrival) {
            Set<LiveViewSession> before = new HashSet<>(Arrays.asList(sessions.inRoom(RoomName.EVERYONE)));
            arrival.run();
            await().until(() -> sessions.inRoom(RoomName.EVERYONE).length > before.size());
            return Arrays.stream(sessions.inRoom(RoomName.EVERYONE))
                    .filter(session -> !before.contains(session))
                    .findFirst()
                    .orElseThrow();
        }

        void say(String text) {
            live.broadcast(LiveViewMessage.append("#notes").text(text));
        }
    }

    private static boolean isInAPong() {
        return Thread.getAllStackTraces().values().stream()
                .anyMatch(stack -> calls(stack, "sendPong") && calls(stack, "wait"));
    }

    private static boolean calls(StackTraceElement[] stack, String method) {
        return Arrays.stream(stack).anyMatch(at -> at.getMethodName().equals(method));
    }

    @Nested
    class OnAnOrdinaryTomcat extends Server {

        @Test
        void broadcastsAndRepliesAreTextForBothDialects() {
            RawWebSocket second = healthy();
            RawWebSocket another = healthy();
            RawWebSocket first = page(RawWebSocket.v1(port, "/ws/liveview/room"));
            await().until(() -> sessions.size() == 3);
            first.send("{\"function\":\"answer\"}");
            assertThat(first.nextReceived().opcode()).isEqualTo(TEXT);

            say("hello");

            for (RawWebSocket page : List.of(second, another, first)) {
                RawWebSocket.Received received = page.nextReceived();
                assertThat(received.opcode()).isEqualTo(TEXT);
                assertThat(received.text()).contains("hello");
            }
        }

        @Test
        void framesOfEveryLengthArriveWhole() {
            RawWebSocket page = healthy();
            healthy();
            for (int length : new int[] {1, 100, 1_000, 65_000, 70_000, 400_000}) {
                String text = "ñ".repeat(length);

                say(text);

                assertThat(page.next()).contains(text);
            }
        }

        /** Tomcat's own pong is in the way, and stuck: it is written before, and neither is cut in two. */
        @Test
        void waitsUntilTomcatHasWrittenItsPong() {
            RawWebSocket page = page(SmallSocketBuffers.stalled(port));
            sessionOf(page::hello);
            RawWebSocket other = healthy();
            int pings = 400;
            for (int i = 0; i < pings; i++) {
                page.ping(new byte[125]);
            }
            await().until(TomcatWritesTests::isInAPong);

            say("after the pongs");
            assertThat(other.next()).contains("after the pongs");
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().equals("liveview-write-again")));
            page.startReading();

            assertThat(page.next()).contains("welcome");
            int pongs = 0;
            String next = page.next();
            while (!next.contains("after the pongs")) {
                assertThat(next).isEqualTo("\0".repeat(125));
                pongs++;
                next = page.next();
            }
            assertThat(pongs).isPositive();
            say("and then");
            while (next.startsWith("\0") || next.contains("after the pongs")) {
                next = page.next();
            }
            assertThat(next).contains("and then");
        }

        @Test
        void aWriteThatTakesTooLongEndsItsSessionAndNoOther() {
            RawWebSocket page = page(SmallSocketBuffers.stalled(port));
            LiveViewSession stuck = sessionOf(page::hello);
            RawWebSocket other = healthy();

            // Less than the outbox may hold, so that it is the time that ends it.
            say("x".repeat(400_000));

            assertThat(other.next()).contains("xxx");
            await().atMost(Duration.ofSeconds(20)).until(() -> !stuck.isOpen());
            await().until(() -> sessions.size() == 1);
            say("the others");
            assertThat(other.next()).contains("the others");
        }

        @Test
        void noThreadIsHeldByABrowserThatDoesNotRead() {
            for (int i = 0; i < 10; i++) {
                RawWebSocket page = page(SmallSocketBuffers.stalled(port));
                sessionOf(page::hello);
            }
            RawWebSocket other = healthy();

            say("x".repeat(100_000));
            assertThat(other.next()).contains("xxx");

            assertThat(Thread.getAllStackTraces().values().stream()
                            .filter(stack -> Arrays.stream(stack)
                                    .anyMatch(at -> at.getClassName().endsWith("SocketWrapperBase"))))
                    .isEmpty();
        }

        @Test
        void closingAPageWithAWriteUnderWayEndsIt() {
            RawWebSocket page = page(SmallSocketBuffers.stalled(port));
            LiveViewSession stuck = sessionOf(page::hello);
            RawWebSocket other = healthy();
            say("x".repeat(100_000));
            assertThat(other.next()).contains("xxx");

            stuck.close(CloseReason.TOO_SLOW);

            await().until(() -> sessions.size() == 1);
            page.startReading();
            String last = page.next();
            while (!last.startsWith("close")) {
                last = page.next();
            }
            // In the middle of a frame no close frame can come, so that the connection just ends.
            assertThat(last).isEqualTo("close 1006");
        }

        @Test
        void theCloseFrameComesAfterTheDataAndNothingAfterIt() {
            RawWebSocket[] socket = new RawWebSocket[1];
            LiveViewSession session = sessionOf(() ->
                    socket[0] = page(RawWebSocket.v2(port, "/ws/liveview/room").hello()));
            RawWebSocket page = socket[0];
            assertThat(page.next()).contains("welcome");
            for (int i = 0; i < 5; i++) {
                session.send(Frame.of(("{\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8)));
            }

            session.close(CloseReason.SIGNED_OUT);
            say("too late");

            for (int i = 0; i < 5; i++) {
                assertThat(page.next()).isEqualTo("{\"n\":" + i + "}");
            }
            assertThat(page.next()).isEqualTo("close " + CloseReason.SIGNED_OUT.code());
            assertThat(session.isOpen()).isFalse();
        }

        @Test
        void aConnectionThatBreaksEndsItsSession() {
            RawWebSocket page = page(SmallSocketBuffers.stalled(port));
            LiveViewSession broken = sessionOf(page::hello);
            RawWebSocket other = healthy();
            say("x".repeat(100_000));
            assertThat(other.next()).contains("xxx");

            page.reset();

            await().until(() -> !broken.isOpen());
            say("the others");
            assertThat(other.next()).contains("the others");
        }
    }

    @Nested
    @TestPropertySource(properties = "liveview.native-writes=false")
    class WhereItIsTurnedOff extends Server {

        @Test
        void theApiWritesSharedFramesAsBinary() {
            RawWebSocket page = healthy();
            healthy();

            say("hello");

            assertThat(page.nextReceived().opcode()).isEqualTo(BINARY);
        }
    }

    @Nested
    @Import(WithoutAsynchronousWrites.class)
    class WhereTomcatHasNoAsynchronousWrites extends Server {

        @Test
        void theApiWrites() {
            RawWebSocket page = healthy();
            healthy();

            say("hello");

            assertThat(page.nextReceived().opcode()).isEqualTo(BINARY);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class WithoutAsynchronousWrites {

        @Bean
        TomcatConnectorCustomizer withoutAsynchronousWrites() {
            return connector -> connector.setProperty("useAsyncIO", "false");
        }
    }

    @Nested
    @TestPropertySource(properties = "liveview.compression=true")
    class WhereCompressionIsAgreedTo extends Server {

        @Test
        void theApiWritesSoThatFramesAreCompressed() {
            RawWebSocket page = page(RawWebSocket.open(
                            port,
                            "/ws/liveview/room",
                            List.of(
                                    "Origin: http://localhost:" + port,
                                    "Sec-WebSocket-Protocol: liveview.v2",
                                    "Sec-WebSocket-Extensions: permessage-deflate")))
                    .hello();

            assertThat(page.next()).doesNotContain("welcome");

            // A browser that offers none is written to directly all the same.
            RawWebSocket plain = healthy();
            say("hello");
            assertThat(plain.nextReceived().opcode()).isEqualTo(TEXT);
        }
    }
}
