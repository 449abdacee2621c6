package io.github.liveview4j.dispatch;

import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static io.github.liveview4j.dispatch.DispatcherFixture.resync;
import static io.github.liveview4j.dispatch.DispatcherFixture.welcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AtMostOnceTests {

    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicReference<LiveViewConsumer> kept = new AtomicReference<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        LiveViewMessage count(LiveViewConsumer consumer) {
            int run = runs.incrementAndGet();
            consumer.send(page().title("run " + run));
            kept.set(consumer);
            return page().url("/" + run);
        }

        @LiveViewHandler
        void slow(LiveViewConsumer consumer) throws InterruptedException {
            runs.incrementAndGet();
            consumer.send(page().title("begun"));
            started.countDown();
            mayEnd.await();
            consumer.send(page().title("ended"));
        }

        @LiveViewHandler
        void chatter(LiveViewConsumer consumer) {
            runs.incrementAndGet();
            for (int i = 0; i < 30; i++) {
                consumer.send(page().title("x".repeat(10_000)));
            }
        }

        @LiveViewHandler
        void fail() {
            runs.incrementAndGet();
            throw new IllegalStateException("on purpose");
        }
    }

    private static List<String> frames(long id, int run) {
        return List.of(
                "{\"type\":\"update\",\"call\":" + id + ",\"n\":1,\"updates\":[{\"title\":\"run " + run + "\"}]}",
                "{\"type\":\"reply\",\"id\":" + id + ",\"updates\":[{\"url\":\"/" + run + "\"}]}");
    }

    private static String unknown(long id) {
        return "{\"type\":\"reply\",\"id\":" + id + ",\"error\":{\"code\":\"unknown\"}}";
    }

    private static String done(long id, long done) {
        return "{\"type\":\"call\",\"id\":" + id + ",\"function\":\"count\",\"done\":" + done + "}";
    }

    /** The page's next socket, after a welcome that says it is known. */
    private Browser back() {
        Browser next = fixture.socket().says(HELLO);
        assertThat(next.hears()).containsExactly(welcome(true));
        return next;
    }

    @Test
    void repeatsWhatWasSaidWhenTheCallComesAgainOverTheNextSocket() {
        Browser first = fixture.page().calls(1, "count");
        assertThat(first.hears()).isEqualTo(frames(1, 1));
        first.hangsUp();

        Browser second = back();

        assertThat(second.calls(1, "count").hears()).isEqualTo(frames(1, 1));
        assertThat(second.calls(2, "count").hears()).isEqualTo(frames(2, 2));
        assertThat(runs).hasValue(2);
    }

    @Test
    void repeatsAnErrorUnderItsReference() {
        Browser first = fixture.page().calls(1, "fail");
        List<String> said = first.hears();
        first.hangsUp();

        assertThat(back().calls(1, "fail").hears()).isEqualTo(said);
        assertThat(runs).hasValue(1);
    }

    @Test
    void waitsForACallThatStillRunsAndThenTellsAllOfIt() throws Exception {
        Browser first = fixture.page();
        Thread running = new Thread(() -> first.calls(1, "slow"));
        running.start();
        started.await();
        first.hangsUp();
        Browser second = back();
        Thread again = new Thread(() -> second.calls(1, "slow"));
        again.start();
        await().until(() -> again.getState() == Thread.State.WAITING);
        assertThat(second.hears()).isEmpty();

        mayEnd.countDown();
        running.join();
        again.join();

        assertThat(runs).hasValue(1);
        assertThat(second.hears())
                .containsExactly(
                        "{\"type\":\"update\",\"call\":1,\"n\":1,\"updates\":[{\"title\":\"begun\"}]}",
                        "{\"type\":\"update\",\"call\":1,\"n\":2,\"updates\":[{\"title\":\"ended\"}]}",
                        reply(1));
    }

    @Test
    void forgetsWhatACallSaysHasArrived() {
        Browser browser = fixture.page().calls(1, "count").says(done(2, 1));
        browser.hears();

        assertThat(browser.calls(1, "count").hears()).containsExactly(unknown(1));
        assertThat(browser.calls(2, "count").hears()).isEqualTo(frames(2, 2));
        assertThat(runs).hasValue(2);
    }

    @Test
    void forgetsWhatHelloSaysHasArrived() {
        Browser first = fixture.page().calls(1, "count").calls(2, "count");
        first.hangsUp();

        Browser second = fixture.socket().says(HELLO.replace("}", ",\"done\":1}"));

        assertThat(second.hears()).containsExactly(welcome(true));
        assertThat(second.calls(1, "count").hears()).containsExactly(unknown(1));
        assertThat(second.calls(2, "count").hears()).isEqualTo(frames(2, 2));
    }

    @Test
    void doesNotRunACallWithANumberBelowTheLast() {
        Browser browser = fixture.page().calls(5, "count");
        browser.hears();

        assertThat(browser.calls(3, "count").hears()).containsExactly(unknown(3));
        assertThat(runs).hasValue(1);
    }

    @Test
    void knowsNoPageOfAnotherUser() {
        fixture.socket("lobby", "liveview.v2", "ana")
                .says(HELLO)
                .calls(1, "count")
                .hangsUp();

        for (String user : new String[] {"bob", null}) {
            Browser stranger = fixture.socket("lobby", "liveview.v2", user).says(HELLO);
            assertThat(stranger.hears()).containsExactly(welcome(false));
        }
    }

    @Test
    void knowsThePageOfTheSameUser() {
        fixture.socket("lobby", "liveview.v2", "ana")
                .says(HELLO)
                .calls(1, "count")
                .hangsUp();

        Browser second = fixture.socket("lobby", "liveview.v2", "ana").says(HELLO);

        assertThat(second.hears()).containsExactly(welcome(true));
    }

    @Test
    void knowsNoPageOfAnotherRoomAndRunsTheCallThere() {
        fixture.page().calls(1, "count").hangsUp();

        Browser other = fixture.socket("garden", "liveview.v2", null).says(HELLO);

        assertThat(other.hears()).containsExactly(welcome(false));
        assertThat(other.calls(1, "count").hears()).isEqualTo(frames(1, 2));
    }

    @Test
    void remembersALostPageForTwoMinutes() {
        fixture.page().calls(1, "count").hangsUp();
        fixture.passes(Duration.ofMinutes(2));

        assertThat(back().calls(1, "count").hears()).isEqualTo(frames(1, 1));
    }

    @Test
    void forgetsALostPageAfterTwoMinutes() {
        fixture.page().calls(1, "count").hangsUp();
        fixture.passes(Duration.ofMinutes(2).plusNanos(1));

        Browser second = fixture.socket().says(HELLO);

        assertThat(second.hears()).containsExactly(welcome(false));
        assertThat(second.calls(1, "count").hears()).isEqualTo(frames(1, 2));
    }

    @Test
    void pushesToTheSocketThatThePageHasNow() {
        Browser first = fixture.page().calls(1, "count");
        first.hangsUp();
        first.hears();
        kept.get().send(page().title("meanwhile"));
        kept.get().attributes().put("seen", true);

        Browser second = fixture.socket().says(HELLO);
        kept.get().send(page().title("later"));

        assertThat(first.hears()).isEmpty();
        assertThat(second.hears())
                .containsExactly(
                        welcome(true),
                        "{\"type\":\"update\",\"updates\":[{\"title\":\"meanwhile\"}]}",
                        "{\"type\":\"update\",\"updates\":[{\"title\":\"later\"}]}");
        second.calls(2, "count");
        assertThat(kept.get().attributes()).containsKey("seen");
    }

    @Test
    void tellsAPageToFetchItselfOnceThatWasPushedMoreThanIsHeld() {
        fixture.page().calls(1, "count").hangsUp();
        for (int i = 0; i < 7; i++) {
            kept.get().send(page().title("x".repeat(10_000)));
        }

        Browser second = fixture.socket().says(HELLO, HELLO);

        assertThat(second.hears()).containsExactly(resync(true, 0), welcome(true));
    }

    @Test
    void repeatsOnTheSameSocketToo() {
        Browser browser = fixture.page().calls(1, "count");
        browser.hears();

        assertThat(browser.calls(1, "count").hears()).isEqualTo(frames(1, 1));
        assertThat(runs).hasValue(1);
    }

    @Test
    void doesNotKnowTheOutcomeOfACallThatSaidMoreThanIsRemembered() {
        Browser first = fixture.page().calls(1, "chatter");
        assertThat(first.hears()).hasSize(31).last().isEqualTo(reply(1));
        first.hangsUp();

        assertThat(back().calls(1, "chatter").hears()).containsExactly(unknown(1));
        assertThat(runs).hasValue(1);
    }

    @Test
    void takesOverFromASocketThatTheServerStillThinksOpen() {
        Browser first = fixture.page().calls(1, "count");
        first.hears();
        Browser second = back();

        assertThat(second.calls(1, "count").hears()).isEqualTo(frames(1, 1));
        assertThat(first.hears()).isEmpty();
        first.hangsUp();
        fixture.passes(Duration.ofMinutes(3));
        second.hangsUp();
        back();
    }

    @Test
    void remembersAPageHoweverLongItsSocketLasted() {
        Browser first = fixture.page().calls(1, "count");
        fixture.passes(Duration.ofDays(1));
        first.hangsUp();

        assertThat(back().calls(1, "count").hears()).isEqualTo(frames(1, 1));
    }

    @Test
    void dropsWhatIsSentToAPageThatHasGone() {
        Browser browser = fixture.page().calls(1, "count");
        browser.hangsUp();
        browser.hears();
        fixture.passes(Duration.ofMinutes(5));

        kept.get().send(page().title("too late"));

        assertThat(browser.hears()).isEmpty();
    }
}
