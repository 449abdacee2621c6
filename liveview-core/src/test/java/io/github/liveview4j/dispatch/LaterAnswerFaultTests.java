package io.github.liveview4j.dispatch;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.session.LiveViewSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that come later, from stages, streams and publishers that do not keep to what is agreed, or around which something fails. */
class LaterAnswerFaultTests {

    private static final Pattern N = Pattern.compile("\"n\":(\\d+)");

    private final LogCapture log = new LogCapture("io.github.liveview4j.dispatch");
    private final List<Tap> taps = new ArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();
    private final CompletableFuture<LiveViewMessage> stage = new CompletableFuture<>();
    private Tap next = new Tap();
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    /** A publisher that the test turns, and spoils. */
    private static class Tap implements Flow.Publisher<LiveViewMessage>, Flow.Subscription {

        private Flow.@Nullable Subscriber<? super LiveViewMessage> subscriber;
        private final AtomicInteger cancelled = new AtomicInteger();

        @Override
        public void subscribe(Flow.Subscriber<? super LiveViewMessage> other) {
            subscriber = other;
            other.onSubscribe(this);
        }

        @Override
        public void request(long count) {}

        @Override
        public void cancel() {
            cancelled.incrementAndGet();
        }

        Flow.Subscriber<? super LiveViewMessage> subscriber() {
            assertThat(subscriber).isNotNull();
            return subscriber;
        }

        void say(String text) {
            subscriber().onNext(append("#a").text(text));
        }
    }

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        CompletionStage<LiveViewMessage> later() {
            return stage;
        }

        @LiveViewHandler
        Stream<LiveViewMessage> pulled() {
            return Stream.of(append("#a").text("a")).onClose(closed::incrementAndGet);
        }

        @LiveViewHandler
        Flow.Publisher<LiveViewMessage> pushed() {
            taps.add(next);
            return next;
        }

        @LiveViewHandler
        void several(LiveViewConsumer consumer) throws InterruptedException {
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(i -> new Thread(() -> {
                        catchThrowable(go::await);
                        IntStream.range(0, 500)
                                .forEach(n -> consumer.send(append("#a").text("x")));
                    }))
                    .toList();
            threads.forEach(Thread::start);
            go.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    @AfterEach
    void stop() {
        log.close();
    }

    private void forget(Browser browser) {
        browser.hangsUp();
        fixture.passes(PageSettings.RETENTION.plusMillis(1));
        fixture.dispatcher().watch().look();
    }

    @Test
    void theModelThatTheCallPutTogetherIsThereWhenItsAnswerComesLater() {
        AtomicInteger entered = new AtomicInteger();
        fixture.in((page, connection) -> {
            int count = entered.incrementAndGet();
            return new CallScope.Entered() {
                @Override
                public void exit() {}

                @Override
                public Map<String, Object> model() {
                    // As a request has what was put into it, and the next one has nothing of that.
                    return count == 1 ? Map.of("form", 7) : Map.of();
                }
            };
        });
        Browser browser = fixture.page().calls(1, "later");

        stage.complete(replace("#a").template("t"));

        assertThat(browser.hears()).singleElement().asString().contains("t {form=7} fr");
    }

    @Test
    void aPublisherThatSpeaksUnderTheLockByWhichItIsCancelledDoesNotStandStill() {
        ReentrantLock its = new ReentrantLock();
        LiveViewSession session = fixture.session("lobby", null);
        Page page = new Page("p", session);
        Call call = new Call(1, session, Locale.FRENCH);
        AtomicInteger cancelled = new AtomicInteger();
        call.onCancel(() -> {
            its.lock();
            cancelled.incrementAndGet();
            its.unlock();
        });
        page.underWay().add(call);
        Thread speaker = new Thread(() -> {
            its.lock();
            page.update(call, n -> List.of());
            its.unlock();
        });
        Thread again = new Thread(() -> page.repeat(1, () -> {
            speaker.start();
            await().until(() -> call.order().hasQueuedThread(speaker));
            return List.of();
        }));
        Stream.of(again, speaker).forEach(thread -> thread.setDaemon(true));

        again.start();

        await().until(() -> cancelled.get() == 1 && !speaker.isAlive());
    }

    @Test
    void aPublisherThatFailsAtItsSubscriptionIsHeardNoMore() {
        next = new Tap() {
            @Override
            public void subscribe(Flow.Subscriber<? super LiveViewMessage> other) {
                super.subscribe(other);
                throw new IllegalStateException("on purpose");
            }
        };
        Browser browser = fixture.page().calls(1, "pushed");

        next.say("after the error");

        assertThat(browser.hears()).singleElement().asString().contains("\"code\":\"failed\"");
        assertThat(next.cancelled).hasValue(1);
    }

    @Test
    void aPublisherIsCancelledWhenTheScopeOfItsCallCannotBeLeft() {
        fixture.in((page, connection) -> () -> {
            throw new IllegalStateException("on purpose");
        });
        Browser browser = fixture.page().calls(1, "pushed");

        next.say("after the error");

        assertThat(browser.hears()).singleElement().asString().contains("\"code\":\"failed\"");
        assertThat(next.cancelled).hasValue(1);
    }

    @Test
    void aStreamIsClosedWhenAMiddlewareFailsAfterTheHandler() {
        fixture.with((consumer, content, chain) -> {
            chain.proceed();
            throw new IllegalStateException("on purpose");
        });

        List<String> heard = fixture.page().calls(1, "pulled").hears();

        assertThat(heard).singleElement().asString().contains("\"code\":\"failed\"");
        assertThat(closed).hasValue(1);
    }

    @Test
    void aPublisherThatCannotBeCancelledKeepsNoOtherFromIt() {
        Tap first = new Tap() {
            @Override
            public void cancel() {
                throw new IllegalStateException("on purpose");
            }
        };
        Tap second = new Tap();
        Browser browser = fixture.page();
        next = first;
        browser.calls(1, "pushed");
        next = second;
        browser.calls(2, "pushed");

        forget(browser);

        await().untilAsserted(() -> assertThat(second.cancelled).hasValue(1));
        await().untilAsserted(() -> assertThat(log.entries()).hasSize(1));
    }

    @Test
    void aPublisherThatRefusesARequestEndsItsCall() {
        next = new Tap() {
            private int asked;

            @Override
            public void request(long count) {
                if (asked++ > 0) {
                    throw new IllegalStateException("on purpose");
                }
            }
        };
        Browser browser = fixture.page().calls(1, "pushed");

        catchThrowable(() -> next.say("a"));

        assertThat(browser.hears()).hasSize(2).last().asString().contains("\"code\":\"failed\"");
    }

    @Test
    void aFailureWithoutAnExceptionIsNoSuccess() {
        Browser browser = fixture.page().calls(1, "pushed");

        next.subscriber().onError(null);

        assertThat(browser.hears()).singleElement().asString().contains("\"code\":\"failed\"");
    }

    @Test
    void whatSeveralThreadsSendGoesOutInTheOrderOfItsNumbers() {
        List<Integer> numbers = fixture.page().calls(1, "several").hears().stream()
                .map(N::matcher)
                .filter(Matcher::find)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .toList();

        assertThat(numbers).hasSize(2000).isSorted();
    }
}
