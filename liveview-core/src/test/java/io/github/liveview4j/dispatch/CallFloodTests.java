package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.limit.Peer;
import io.github.liveview4j.limit.Rate;
import io.github.liveview4j.session.CloseReason;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one client may ask of the server, and what becomes of the rest. */
class CallFloodTests {

    private static final Rate CALLS = new Rate(30, 60);

    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch started = new CountDownLatch(2);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private int pages;

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void work() {
            runs.incrementAndGet();
        }

        @LiveViewHandler
        void slow() throws InterruptedException {
            started.countDown();
            mayEnd.await();
        }
    }

    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    private DispatcherFixture limited(Rate calls, int running, Rate frames) {
        return fixture.behind(
                new Doors(handshake -> true, new PageLimits(calls, running, 0, frames, Duration.ofSeconds(10)), false));
    }

    private Browser page(@Nullable String session, @Nullable String address) {
        Browser browser = fixture.of(new Peer(session, address));
        browser.says(HELLO.replace(DispatcherFixture.PAGE, "page-0123456789-" + ++pages));
        browser.hears();
        return browser;
    }

    private static int calls(Browser browser, int from, int count) {
        for (int i = from; i < from + count; i++) {
            browser.calls(i, "work");
        }
        return (int) browser.hears().stream()
                .filter(frame -> frame.contains("\"code\":\"too_many\""))
                .count();
    }

    @Test
    void whatIsPastTheRateIsNotRunAndAnsweredWithAnError() {
        limited(CALLS, 0, Rate.UNLIMITED);
        Browser browser = page("one", null);

        for (int i = 1; i <= 100; i++) {
            browser.calls(i, "work");
        }

        assertThat(runs).hasValue(60);
        assertThat(browser.hears())
                .hasSize(100)
                .filteredOn(frame -> frame.contains("too_many"))
                .hasSize(40)
                .allMatch(frame -> frame.matches("\\{\"type\":\"reply\",\"id\":\\d+,\"error\":\\{\"code\":\"too_many\","
                        + "\"ref\":\"[0-9A-Z]{10}\"}}"));
        assertThat(browser.closes).isEmpty();
        fixture.passes(Duration.ofSeconds(1));
        assertThat(calls(browser, 200, 30)).isZero();
        assertThat(calls(browser, 300, 1)).isOne();
    }

    @Test
    void theLogNamesOnceAMinuteThePropertyOfTheRateThatWasPassed() {
        limited(CALLS, 0, Rate.UNLIMITED);
        Browser browser = page("one", null);
        try (LogCapture log = new LogCapture(LiveViewDispatcher.class.getName())) {
            calls(browser, 1, 100);

            assertThat(log.messages()).singleElement().asString().contains("'work'", "liveview.limits.calls");
        }
    }

    @Test
    void allPagesOfASessionAreCountedTogetherAndThoseOfOthersAreNot() {
        limited(CALLS, 0, Rate.UNLIMITED);
        int refused = 0;
        for (int i = 0; i < 20; i++) {
            refused += calls(page("one", null), 1, 10);
        }
        assertThat(refused).isEqualTo(140);

        assertThat(calls(page("another", null), 1, 60)).isZero();
        assertThat(calls(page(null, null), 1, 60)).isZero();
        assertThat(calls(page(null, null), 1, 60)).isZero();
    }

    @Test
    void aNewConnectionBringsASessionNoNewBudget() {
        limited(CALLS, 0, Rate.UNLIMITED);
        for (int i = 0; i < 10; i++) {
            Browser browser = page("one", null);
            calls(browser, 1, 60);
            browser.hangsUp();
        }

        assertThat(runs).hasValue(60);
    }

    /** 32 that a client keeps while there is no connection, and those that it had sent. */
    @Test
    void aClientThatComesBackWithAQueueIsNotRefused() {
        limited(CALLS, 0, Rate.UNLIMITED);

        assertThat(calls(page("one", null), 1, 28 + 32)).isZero();
        assertThat(runs).hasValue(60);
    }

    @Test
    void whoCallsOnAndOnIsClosed() {
        limited(CALLS, 0, Rate.UNLIMITED);
        Browser browser = page("one", null);

        assertThat(calls(browser, 1, 660)).isEqualTo(600);
        assertThat(browser.closes).isEmpty();
        browser.calls(1000, "work");

        await().untilAsserted(() -> assertThat(browser.closes).containsExactly(CloseReason.TOO_MANY));
        assertThat(runs).hasValue(60);
    }

    @Test
    void whoPausesIsNotClosed() {
        limited(CALLS, 0, Rate.UNLIMITED);
        Browser browser = page("one", null);
        for (int i = 0; i < 10; i++) {
            calls(browser, 1 + 1000 * i, 600);
            fixture.passes(Duration.ofSeconds(3));
        }

        assertThat(browser.closes).isEmpty();
        assertThat(runs).hasValue(600);
    }

    @Test
    void oneAddressDoesNotHoldEveryThreadWithSlowHandlers() throws Exception {
        limited(Rate.UNLIMITED, 2, Rate.UNLIMITED);
        Thread[] threads = new Thread[2];
        Browser[] slow = {page(null, "203.0.113.7"), page(null, "203.0.113.7")};
        for (int i = 0; i < 2; i++) {
            Browser browser = slow[i];
            threads[i] = new Thread(() -> browser.calls(1, "slow"));
            threads[i].start();
        }
        started.await();

        assertThat(calls(page(null, "203.0.113.7"), 1, 1)).isOne();
        assertThat(calls(page(null, "203.0.113.8"), 1, 1)).isZero();
        assertThat(calls(page(null, null), 1, 1)).isZero();
        mayEnd.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(calls(page(null, "203.0.113.7"), 1, 100)).isZero();
        assertThat(fixture.dispatcher().budgets().size()).isZero();
    }

    @Test
    void framesWithoutEndCloseTheSocketWhateverTheySay() {
        limited(Rate.UNLIMITED, 0, new Rate(300, 1000));
        Browser browser = page(null, null);

        for (int i = 0; i < 1000; i++) {
            assertThat(browser.connection.admits()).isTrue();
        }
        assertThat(browser.connection.admits()).isFalse();

        await().untilAsserted(() -> assertThat(browser.closes).containsExactly(CloseReason.TOO_MANY));
        assertThat(browser.connection.admits()).isFalse();
    }

    @Test
    void manyMessagesInOneFrameCountAsMany() {
        limited(Rate.UNLIMITED, 0, new Rate(300, 500));
        Browser browser = page(null, null);

        browser.says("[" + "{\"type\":\"ping\"},".repeat(900) + "{\"type\":\"ping\"}]");

        assertThat(browser.hears()).hasSize(501);
        await().untilAsserted(() -> assertThat(browser.closes).containsExactly(CloseReason.TOO_MANY));
    }

    @Test
    void theBooksAreEmptyWhenEverybodyHasGone() {
        limited(CALLS, 10, new Rate(300, 1000));
        for (int i = 0; i < 1000; i++) {
            Browser browser = page("session" + i, "203.0.113." + i);
            calls(browser, 1, 3);
            browser.hangsUp();
        }
        assertThat(fixture.dispatcher().budgets().size()).isGreaterThan(1).isLessThanOrEqualTo(1000);

        fixture.passes(Duration.ofSeconds(2));
        fixture.dispatcher().watch().look();

        assertThat(fixture.dispatcher().budgets().size()).isZero();
    }

    @Test
    void aSocketThatSaysNoHelloIsClosedWhateverElseItSays() {
        fixture.behind(new Doors(
                handshake -> true, new PageLimits(Rate.UNLIMITED, 0, 0, Rate.UNLIMITED, Duration.ofNanos(1)), false));
        Browser silent = fixture.of(Peer.UNKNOWN);
        Browser pinging = fixture.of(Peer.UNKNOWN).says("{\"type\":\"ping\"}");
        Browser greeting = page(null, null);
        Browser old = fixture.socket("room", null, null);

        fixture.dispatcher().watch().look();

        await().untilAsserted(() -> {
            assertThat(silent.closes).containsExactly(CloseReason.SILENT);
            assertThat(pinging.closes).containsExactly(CloseReason.SILENT);
        });
        assertThat(greeting.closes).isEmpty();
        assertThat(old.closes).isEmpty();
    }
}
