package io.github.liveview4j.dispatch;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.replace;
import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver.Resolution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls whose handlers return before there is an answer, or answer bit by bit. */
class LaterAnswerTests {

    private final LogCapture log = new LogCapture("io.github.liveview4j.dispatch");
    private final List<CompletableFuture<LiveViewMessage>> stages = new ArrayList<>();
    private final Tap tap = new Tap();
    private final AtomicInteger closed = new AtomicInteger();
    private final List<String> scopes = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    /** A publisher that the test turns. */
    private static final class Tap implements Flow.Publisher<LiveViewMessage>, Flow.Subscription {

        private Flow.@Nullable Subscriber<? super LiveViewMessage> subscriber;
        private long asked;
        private int cancelled;

        @Override
        public void subscribe(Flow.Subscriber<? super LiveViewMessage> other) {
            subscriber = other;
            other.onSubscribe(this);
        }

        @Override
        public void request(long count) {
            asked += count;
        }

        @Override
        public void cancel() {
            cancelled++;
        }

        Flow.Subscriber<? super LiveViewMessage> subscriber() {
            assertThat(subscriber).isNotNull();
            return subscriber;
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        void sayAnything(Object what) {
            ((Flow.Subscriber) subscriber()).onNext(what);
        }

        void say(String text) {
            asked--;
            subscriber().onNext(append("#a").text(text));
        }
    }

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        CompletionStage<LiveViewMessage> later() {
            CompletableFuture<LiveViewMessage> stage = new CompletableFuture<>();
            stages.add(stage);
            return stage;
        }

        @LiveViewHandler
        CompletionStage<LiveViewMessage> at_once() {
            return CompletableFuture.completedStage(replace("#a").text("now"));
        }

        @LiveViewHandler
        Stream<LiveViewMessage> pulled() {
            return Stream.of("a", "b").map(text -> append("#a").text(text)).onClose(closed::incrementAndGet);
        }

        @LiveViewHandler
        Stream<LiveViewMessage> broken() {
            return Stream.of("a", "b")
                    .map(text -> {
                        if (text.equals("b")) {
                            throw new IllegalStateException("on purpose");
                        }
                        return append("#a").text(text);
                    })
                    .onClose(closed::incrementAndGet);
        }

        @LiveViewHandler
        Flow.Publisher<LiveViewMessage> pushed() {
            meanwhile.run();
            return tap;
        }

        @LiveViewHandler
        LiveViewMessage other() {
            return replace("#b").text("other");
        }
    }

    @AfterEach
    void stop() {
        log.close();
    }

    private static String update(long call, int n, String text) {
        return "{\"type\":\"update\",\"call\":" + call + ",\"n\":" + n + ",\"updates\":[{\"target\":\"#a\",\"html\":\""
                + text + "\",\"append\":true}]}";
    }

    private static String answer(long id, String target, String text) {
        return "{\"type\":\"reply\",\"id\":" + id + ",\"updates\":[{\"target\":\"" + target + "\",\"html\":\"" + text
                + "\"}]}";
    }

    private static String failed(String code) {
        return "{\"type\":\"reply\",\"id\":1,\"error\":{\"code\":\"" + code + "\",\"function\":\"later\"}}";
    }

    /** Hangs up, and lets the time pass after which the page is given up. */
    private void forget(Browser browser) {
        browser.hangsUp();
        fixture.passes(PageSettings.RETENTION.plusMillis(1));
        fixture.dispatcher().watch().look();
    }

    @Test
    void comesWhenTheStageIsDoneAndOtherCallsDoNotWaitForIt() {
        Browser browser = fixture.page().calls(1, "later").calls(2, "other");
        assertThat(browser.hears()).containsExactly(answer(2, "#b", "other"));

        stages.get(0).complete(replace("#a").text("done"));

        assertThat(browser.hears()).containsExactly(answer(1, "#a", "done"));
    }

    @Test
    void comesAtOnceWhereTheStageIsDone() {
        assertThat(fixture.page().calls(1, "at_once").hears()).containsExactly(answer(1, "#a", "now"));
    }

    @Test
    void withoutMessagesIsAnAnswerToo() {
        Browser browser = fixture.page().calls(1, "later");

        stages.get(0).complete(null);

        assertThat(browser.hears()).containsExactly(reply(1));
    }

    @Test
    void thatFailsGoesToTheResolversAsItWasThrown() {
        List<Exception> seen = new ArrayList<>();
        fixture.resolving((exception, page, content) -> {
            seen.add(exception);
            return Resolution.error("mine");
        });
        Browser browser = fixture.page().calls(1, "later");
        IllegalStateException failure = new IllegalStateException("on purpose");

        stages.get(0).completeExceptionally(new CompletionException(failure));

        assertThat(browser.hears()).containsExactly(failed("mine"));
        assertThat(seen).containsExactly(failure);
    }

    @Test
    void isMadeInAScopeOfItsOwn() {
        fixture.in((page, connection) -> {
            scopes.add("in");
            return () -> scopes.add("out");
        });
        fixture.page().calls(1, "later");
        assertThat(scopes).containsExactly("in", "out");

        stages.get(0).complete(replace("#a").text("done"));

        assertThat(scopes).containsExactly("in", "out", "in", "out");
    }

    @Test
    void seesTheModelOfItsCall() {
        fixture.in((page, connection) -> new CallScope.Entered() {
            @Override
            public void exit() {}

            @Override
            public Map<String, Object> model() {
                return Map.of("form", 7);
            }
        });
        Browser browser = fixture.page().calls(1, "later");

        stages.get(0).complete(replace("#a").template("t"));

        assertThat(browser.hears()).singleElement().asString().contains("t {form=7} fr");
    }

    @Test
    void isSentToAPageThatCameBack() {
        Browser lost = fixture.page().calls(1, "later");
        lost.hangsUp();
        Browser back = fixture.socket().says(HELLO).calls(1, "later");
        back.hears();

        stages.get(0).complete(replace("#a").text("done"));

        assertThat(stages).hasSize(1);
        assertThat(back.hears()).containsExactly(answer(1, "#a", "done"));
    }

    @Test
    void thatCameWhileThePageWasAwayIsSentWhenItAsksAgain() {
        Browser lost = fixture.page().calls(1, "later");
        lost.hangsUp();
        stages.get(0).complete(replace("#a").text("done"));

        Browser back = fixture.socket().says(HELLO);
        back.hears();

        assertThat(back.calls(1, "later").hears()).containsExactly(answer(1, "#a", "done"));
        assertThat(stages).hasSize(1);
    }

    @Test
    void isDroppedWhenThePageHasGone() {
        Browser browser = fixture.page().calls(1, "later");
        forget(browser);
        browser.hears();

        stages.get(0).complete(replace("#a").template("broken"));

        assertThat(browser.hears()).isEmpty();
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void isRefusedWhenTooManyAreStillToCome() {
        Browser browser = fixture.page();
        for (int id = 1; id <= CallsUnderWay.MOST; id++) {
            browser.calls(id, "later");
        }
        assertThat(browser.hears()).isEmpty();

        browser.calls(CallsUnderWay.MOST + 1, "later");

        assertThat(browser.hears()).singleElement().asString().contains("\"code\":\"failed\"");
        assertThat(stages).hasSize(CallsUnderWay.MOST);
        assertThat(log.entries()).hasSize(1);

        stages.get(0).complete(null);
        assertThat(browser.calls(CallsUnderWay.MOST + 2, "other").hears())
                .containsExactly(reply(1), answer(CallsUnderWay.MOST + 2, "#b", "other"));
    }

    @Test
    void ofAStreamGoesOutElementByElement() {
        assertThat(fixture.page().calls(1, "pulled").hears())
                .containsExactly(update(1, 1, "a"), update(1, 2, "b"), reply(1));
        assertThat(closed).hasValue(1);
    }

    @Test
    void ofAStreamThatBreaksIsAnErrorAfterWhatCameBefore() {
        List<String> heard = fixture.page().calls(1, "broken").hears();

        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).isEqualTo(update(1, 1, "a"));
        assertThat(heard.get(1)).contains("\"code\":\"failed\"");
        assertThat(closed).hasValue(1);
    }

    @Test
    void ofAPublisherGoesOutAsItComesAndOtherCallsDoNotWait() {
        Browser browser = fixture.page().calls(1, "pushed");
        assertThat(browser.hears()).isEmpty();

        tap.say("a");
        assertThat(browser.hears()).containsExactly(update(1, 1, "a"));
        assertThat(browser.calls(2, "other").hears()).containsExactly(answer(2, "#b", "other"));
        tap.say("b");
        tap.subscriber().onComplete();

        assertThat(browser.hears()).containsExactly(update(1, 2, "b"), reply(1));
    }

    @Test
    void ofAPublisherIsAskedForOneByOne() {
        fixture.page().calls(1, "pushed");
        assertThat(tap.asked).isEqualTo(1);

        tap.say("a");

        assertThat(tap.asked).isEqualTo(1);
    }

    @Test
    void ofAPublisherThatFailsIsAnError() {
        Browser browser = fixture.page().calls(1, "pushed");

        tap.subscriber().onError(new IllegalStateException("on purpose"));

        assertThat(browser.hears()).singleElement().asString().contains("\"code\":\"failed\"");
    }

    @Test
    void thatCannotBeRenderedCancelsThePublisher() {
        Browser browser = fixture.page().calls(1, "pushed");

        tap.subscriber().onNext(replace("#a").template("broken"));
        tap.subscriber().onNext(replace("#a").text("late"));

        assertThat(browser.hears()).singleElement().asString().contains("\"code\":\"failed\"");
        assertThat(tap.cancelled).isEqualTo(1);
    }

    @Test
    void ofAPublisherThatBringsSomethingElseIsAnError() {
        Browser browser = fixture.page().calls(1, "pushed");

        tap.sayAnything(List.of("no message"));

        assertThat(browser.hears()).singleElement().asString().contains("\"code\":\"failed\"");
        assertThat(tap.cancelled).isEqualTo(1);
    }

    @Test
    void ofAPublisherIsCancelledWhenThePageHasGone() {
        Browser browser = fixture.page().calls(1, "pushed");
        browser.hangsUp();
        tap.say("while away");
        assertThat(tap.cancelled).isZero();

        fixture.passes(PageSettings.RETENTION.plusMillis(1));
        fixture.dispatcher().watch().look();

        await().untilAsserted(() -> assertThat(tap.cancelled).isEqualTo(1));
    }

    @Test
    void ofAPublisherIsCancelledWhenThePageHasGoneBeforeItWasThere() {
        Browser browser = fixture.page();
        meanwhile = () -> forget(browser);

        browser.calls(1, "pushed");

        assertThat(tap.cancelled).isEqualTo(1);
    }

    @Test
    void bitByBitReachesAPageThatCameBackWholeAndInOrder() {
        Browser lost = fixture.page().calls(1, "pushed");
        tap.say("a");
        lost.hangsUp();
        tap.say("b");
        Browser back = fixture.socket().says(HELLO);
        back.hears();

        back.calls(1, "pushed");
        tap.say("c");
        tap.subscriber().onComplete();

        assertThat(back.hears()).containsExactly(update(1, 1, "a"), update(1, 2, "b"), update(1, 3, "c"), reply(1));
    }

    @Test
    void ofWhichTooMuchWasSaidToBeRememberedIsGivenUpWhenThePageComesBack() {
        Browser lost = fixture.page().calls(1, "pushed");
        for (int i = 0; i < 30; i++) {
            tap.say("x".repeat(10_000));
        }
        lost.hangsUp();
        Browser back = fixture.socket().says(HELLO);
        back.hears();

        back.calls(1, "pushed");

        assertThat(back.hears().get(0)).contains("\"code\":\"unknown\"");
        assertThat(tap.cancelled).isEqualTo(1);
    }

    @Test
    void belongsToACallOfTheFirstDialectAsWell() {
        Browser browser = fixture.socket("lobby", null, null).says("{\"function\":\"later\",\"data\":{},\"form\":{}}");
        assertThat(browser.hears()).isEmpty();

        stages.get(0).complete(page().title("done"));

        assertThat(browser.hears()).containsExactly("{\"title\":\"done\"}");
    }

    @Test
    void ofAPageOfTheFirstDialectEndsWithItsSocket() {
        Browser browser = fixture.socket("lobby", null, null).says("{\"function\":\"pushed\",\"data\":{},\"form\":{}}");

        browser.hangsUp();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(tap.cancelled).isEqualTo(1));
    }
}
