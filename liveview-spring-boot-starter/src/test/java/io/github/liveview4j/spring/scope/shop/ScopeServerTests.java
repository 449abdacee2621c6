package io.github.liveview4j.spring.scope.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.scope.shop.ScopeApplication.Diary;
import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Page-scoped beans over real sockets. */
class ScopeServerTests {

    private final String path = "/ws/liveview/" + UUID.randomUUID();
    private @Nullable ConfigurableApplicationContext application;

    @AfterEach
    void stop() {
        if (application != null) {
            application.close();
        }
    }

    private Diary start(String... properties) {
        application = ScopeApplication.start(properties);
        return application.getBean(Diary.class);
    }

    private RawWebSocket page(String name, String... fields) {
        RawWebSocket page = RawWebSocket.v2(ScopeApplication.port(application), path);
        String more = fields.length == 0 ? "" : "," + String.join(",", fields);
        page.send("{\"type\":\"hello\",\"page\":\"" + name + "-0123456789abcdef\"" + more + "}");
        return page;
    }

    private RawWebSocket welcomed(String name, String... fields) {
        RawWebSocket page = page(name, fields);
        assertThat(page.next()).contains("\"welcome\"");
        return page;
    }

    private static void send(RawWebSocket page, long id, String function) {
        page.send("{\"type\":\"call\",\"id\":" + id + ",\"function\":\"" + function + "\"}");
    }

    private static String call(RawWebSocket page, long id, String function) {
        send(page, id, function);
        return page.next();
    }

    private static String shows(Object html) {
        return "\"html\":\"" + html + "\"";
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void twoPagesHaveAnInstanceEachAndServicesAndTemplatesSeeTheRightOne() {
        Diary diary = start();
        try (RawWebSocket one = welcomed("one");
                RawWebSocket other = welcomed("other")) {
            assertThat(diary.lines).isEmpty();
            assertThat(call(one, 1, "add")).contains(shows(1));
            assertThat(call(one, 2, "add")).contains(shows(2));
            assertThat(call(other, 1, "add")).contains(shows(1));

            assertThat(call(one, 3, "total")).contains(shows(20));
            assertThat(call(other, 2, "total")).contains(shows(10));
            assertThat(call(one, 4, "shown")).contains("2 by a call");
            assertThat(diary.lines).hasSize(2).allMatch(line -> line.startsWith("made in "));
        }
    }

    @Test
    void thePageThatIsInjectedCanBeSentToInACallAndLater() {
        start();
        try (RawWebSocket page = welcomed("one")) {
            call(page, 1, "add");
            send(page, 2, "addLater");

            assertThat(page.next()).contains(shows("wait"), "\"call\":2,\"n\":1");
            // The reply and what the thread sends may come in any order.
            assertThat(page.next() + page.next()).contains("1 by a thread", "{\"type\":\"reply\",\"id\":2}");
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void interceptorsRunAroundItsHandlersAndAPrivateOneIsRefused(CapturedOutput log) {
        start();
        try (RawWebSocket page = welcomed("one")) {
            assertThat(call(page, 1, "pay")).contains(shows(1));
            assertThat(call(page, 2, "empty")).contains("\"error\"");
            assertThat(call(page, 3, "hide")).contains("\"error\"");
            assertThat(call(page, 4, "pay")).contains(shows(2));
        }
        assertThat(log)
                .contains("AuthorizationDeniedException")
                .contains("Till.hide to be one that interceptors can be put around, got a private one");
    }

    @Test
    void outsideOfAPageThereIsNone() throws Exception {
        start();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + ScopeApplication.port(application) + "/total"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .contains("ScopeNotActiveException", "got a thread that works for no page", "put what they need into");

        try (RawWebSocket page = welcomed("one")) {
            call(page, 1, "add");
            assertThat(call(page, 2, "tellEveryone")).contains("\"error\"");
        }
    }

    @Test
    void aPageThatComesBackToTheNodeFindsItsStateAndGoesOn() {
        Diary diary = start();
        RawWebSocket lost = welcomed("one");
        call(lost, 1, "add");
        lost.close();

        try (RawWebSocket back = page("one", "\"done\":1")) {
            assertThat(back.next()).contains("\"resumed\":true").doesNotContain("resync");
            assertThat(call(back, 2, "add")).contains(shows(2));
        }
        assertThat(diary.lines).hasSize(1);
    }

    @Test
    void aPageThatHasGoneHasItsStateDestroyedAndBeginsAnewByFetchingItself() {
        Diary diary = start("liveview.page-retention=50ms", "liveview.heartbeat=1s");
        RawWebSocket lost = page("one");
        String node = lost.next().replaceAll(".*\"node\":\"([^\"]+)\".*", "$1");
        call(lost, 1, "add");
        lost.close();

        await(() -> diary.lines.contains("destroyed with 1"));

        try (RawWebSocket back = page("one", "\"done\":1", "\"node\":\"" + node + "\"")) {
            assertThat(back.next()).contains("\"resumed\":false", "\"resync\":true");
            assertThat(call(back, 2, "add")).contains(shows(1));
        }
    }

    @Test
    void aPageThatComesFromAnotherNodeFetchesItself() {
        start();
        try (RawWebSocket page = page("one", "\"done\":4", "\"node\":\"elsewher\"")) {
            assertThat(page.next()).contains("\"resumed\":false", "\"resync\":true");
        }
    }

    @Test
    void theStateOfAllPagesIsDestroyedWhenTheApplicationStops() {
        Diary diary = start();
        try (RawWebSocket one = welcomed("one");
                RawWebSocket other = welcomed("other")) {
            call(one, 1, "add");
            call(other, 1, "add");
            call(other, 2, "add");
            application.close();
        }
        assertThat(diary.lines).hasSize(4).contains("destroyed with 1", "destroyed with 2");
    }

    @Test
    void anIdlePageIsToldToFetchItselfAndBeginsAnew() {
        Diary diary = start("liveview.scope.idle-time=300ms");
        try (RawWebSocket page = welcomed("one")) {
            assertThat(call(page, 1, "add")).contains(shows(1));

            assertThat(page.next()).contains("\"type\":\"resync\"");
            await(() -> diary.lines.contains("destroyed with 1"));
            assertThat(call(page, 2, "add")).contains(shows(1));
        }
    }

    @Test
    void pastTheNumberThePageThatIsAwayLosesItsStateAndIsToldSoWhenItComesBack() {
        start("liveview.scope.max-pages=1");
        RawWebSocket lost = welcomed("one");
        call(lost, 1, "add");
        lost.close();

        try (RawWebSocket other = welcomed("other")) {
            assertThat(call(other, 1, "add")).contains(shows(1));
            try (RawWebSocket back = page("one", "\"done\":1")) {
                assertThat(back.next()).contains("\"resumed\":true", "\"resync\":true");
            }
        }
    }
}
