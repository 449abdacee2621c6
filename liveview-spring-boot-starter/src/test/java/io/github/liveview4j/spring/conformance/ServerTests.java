package io.github.liveview4j.spring.conformance;

import static io.github.liveview4j.LiveViewBroadcaster.everyone;
import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.scheduling.TaskScheduler;

/** Table 1.6, and the rows of 1.8 about the server, through real sockets. */
@ConformanceTest
@DisplayName("1.6 server")
class ServerTests {

    @LocalServerPort
    private int port;

    @Autowired
    private LiveViewBroadcaster live;

    @Autowired
    private TaskScheduler scheduler;

    @Autowired
    private HandlerMethodRegistry registry;

    @Autowired
    private LiveViewSessionRegistry sessions;

    @Autowired
    private ConformanceApplication.Journal journal;

    @Autowired
    private ConformanceApplication.Handlers handlers;

    private final List<RawWebSocket> open = new ArrayList<>();

    @AfterEach
    void closeAll() {
        open.forEach(RawWebSocket::close);
        await().until(() -> sessions.size() == 0);
    }

    private RawWebSocket page(String room) {
        RawWebSocket page = RawWebSocket.v1(port, "/ws/liveview/" + room + "/");
        open.add(page);
        // A handshake is answered before the session is known: only an answer shows that it is.
        assertThat(call(page, "room")).contains(room);
        return page;
    }

    private RawWebSocket page() {
        return page(UUID.randomUUID().toString());
    }

    private static String call(RawWebSocket page, String function) {
        page.send("{\"function\":\"" + function + "\"}");
        return page.next();
    }

    @Test
    @DisplayName("S2: a test finds a handler by its name and lists all names")
    void registryIsReadableFromTests() {
        assertThat(registry.find("echo")).isPresent();
        assertThat(registry.find("Echo")).isEmpty();
        assertThat(registry.names()).contains("echo", "notify_all", "several").doesNotContain("release");
    }

    @Test
    @DisplayName("D47, S3: a middleware sees calls of names that nobody answers, so that limits and logs do")
    void middlewareSeesUnknownFunctions() {
        RawWebSocket page = page();
        journal.calls.clear();

        assertThat(call(page, "nobody")).contains("unknown_function");
        assertThat(call(page, "html")).contains("#a");

        assertThat(journal.calls).containsExactly("nobody", "html");
    }

    @Test
    @DisplayName("S4: a handler may catch what went wrong and tell the page itself")
    void handlerHandlesItsOwnError() {
        assertThat(call(page(), "fail_itself")).isEqualTo("{\"target\":\"#error\",\"html\":\"Please try again\"}");
    }

    @Test
    @DisplayName("S4: a LiveViewExceptionResolver bean tells the page for every handler")
    void resolverBeanHandlesAnError() {
        assertThat(call(page(), "buy")).isEqualTo("{\"target\":\"#error\",\"html\":\"No more teapots\"}");
    }

    @Test
    @DisplayName("S7: a broadcast reaches every page, S8: one to a room the pages of it only")
    void broadcastsReachTheirAudience() {
        String shared = UUID.randomUUID().toString();
        RawWebSocket one = page(shared);
        RawWebSocket two = page(shared);
        RawWebSocket elsewhere = page();

        one.send("{\"function\":\"notify_room\"}");
        assertThat(List.of(one.next(), two.next()))
                .containsOnly("{\"target\":\"#notes\",\"html\":\"to the room\",\"append\":true}");
        one.send("{\"function\":\"notify_all\"}");
        assertThat(List.of(one.next(), two.next(), elsewhere.next()))
                .containsOnly("{\"target\":\"#notes\",\"html\":\"to all\",\"append\":true}");
    }

    @Test
    @DisplayName("D53, S9: a job broadcasts from a thread of the scheduler, without a page of its own")
    void anyBeanBroadcastsFromAnyThread() {
        String room = UUID.randomUUID().toString();
        RawWebSocket inside = page(room);
        RawWebSocket outside = page();
        CompletableFuture<String> thread = new CompletableFuture<>();

        scheduler.schedule(
                () -> {
                    live.to(room(room)).send(append("#notes").text("room"));
                    live.to(everyone()).send(append("#notes").text("all"));
                    thread.complete(Thread.currentThread().getName());
                },
                Instant.now());

        assertThat(inside.next()).contains("\"html\":\"room\"");
        assertThat(inside.next()).contains("\"html\":\"all\"");
        assertThat(outside.next()).contains("\"html\":\"all\"");
        assertThat(thread.join()).startsWith("clock-");
    }

    @Test
    @DisplayName("D10: a broadcast reaches a page while its handler still runs")
    void broadcastDoesNotWaitForTheRunningHandlerOfAPage() {
        RawWebSocket busy = page();
        RawWebSocket other = page();
        journal.calls.clear();
        busy.send("{\"function\":\"wait_for_release\"}");
        await().until(() -> journal.calls.contains("wait_for_release"));

        other.send("{\"function\":\"notify_all\"}");

        assertThat(busy.next()).contains("to all");
        handlers.release();
        assertThat(busy.next()).isEqualTo("{\"title\":\"released\"}");
    }

    @Test
    @DisplayName("D58: a refused handshake and a socket that broke leave nothing behind")
    void nothingIsLeftOfAConnection() {
        try (RawWebSocket refused = RawWebSocket.v1(port, "/ws/liveview/lobby/")) {
            assertThat(refused.status()).isEqualTo(403);
        }
        assertThat(sessions.size()).isZero();
        page();
        assertThat(sessions.size()).isOne();

        open.get(0).close();

        await().until(() -> sessions.size() == 0);
    }
}
