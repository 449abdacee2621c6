package io.github.liveview4j.dispatch;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a handler sends goes out with the answer, as one frame, and nothing waits for work that takes its time. */
class OneFrameForACallTests {

    private final List<String> seen = new ArrayList<>();
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());
    private Browser browser = fixture.page();
    private Runnable meanwhile = () -> {};

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void nothing() {}

        @LiveViewHandler
        void send(LiveViewConsumer consumer) {
            consumer.send(append("#a").text("one"));
            meanwhile.run();
        }

        @LiveViewHandler
        LiveViewMessage twice(LiveViewConsumer consumer) {
            consumer.send(append("#a").text("one"));
            consumer.send(append("#a").text("two"));
            return page().title("done");
        }

        @LiveViewHandler
        void fails(LiveViewConsumer consumer) {
            consumer.send(append("#a").text("one"));
            throw new IllegalStateException("on purpose");
        }

        @LiveViewHandler
        void much(LiveViewConsumer consumer) {
            for (int i = 0; i < 10; i++) {
                consumer.send(append("#a").text("x".repeat(20_000)));
                seen.add(String.valueOf(browser.everything.size()));
            }
        }

        @LiveViewHandler
        Stream<LiveViewMessage> pulled(LiveViewConsumer consumer) {
            consumer.send(append("#a").text("first"));
            return Stream.of("a", "b").map(text -> {
                seen.addAll(browser.hears());
                return append("#a").text(text);
            });
        }

        @LiveViewHandler
        CompletionStage<LiveViewMessage> later(LiveViewConsumer consumer) {
            consumer.send(append("#a").text("one"));
            return new CompletableFuture<>();
        }
    }

    @AfterEach
    void stop() {
        fixture.sessions.close();
    }

    private static String update(long call, int n, String text) {
        return "{\"type\":\"update\",\"call\":" + call + ",\"n\":" + n + ",\"updates\":[{\"target\":\"#a\",\"html\":\""
                + text + "\",\"append\":true}]}";
    }

    /** The frames since the welcome, as they came. */
    private List<String> frames() {
        return List.copyOf(browser.everything.subList(1, browser.everything.size()));
    }

    @Test
    void whatOneSendSaysAndTheReplyAreOneFrame() {
        browser.calls(1, "send");

        assertThat(frames()).containsExactly("[" + update(1, 1, "one") + "," + reply(1) + "]");
    }

    @Test
    void twoSendsAndWhatIsReturnedAreOneFrame() {
        browser.calls(1, "twice");

        assertThat(frames())
                .containsExactly("[" + update(1, 1, "one") + "," + update(1, 2, "two")
                        + ",{\"type\":\"reply\",\"id\":1,\"updates\":[{\"title\":\"done\"}]}]");
    }

    @Test
    void aReplyAloneIsNoArray() {
        browser.calls(1, "nothing");

        assertThat(frames()).containsExactly(reply(1));
    }

    @Test
    void whatWasSentBeforeAFailureComesWithTheError() {
        browser.calls(1, "fails");

        assertThat(frames()).hasSize(1);
        assertThat(browser.hears()).hasSize(2).first().isEqualTo(update(1, 1, "one"));
    }

    @Test
    void theFirstDialectHasAFrameForEachMessage() {
        browser = fixture.socket("lobby", null, null);

        browser.says("{\"function\":\"twice\"}");

        assertThat(browser.everything)
                .containsExactly(
                        "{\"target\":\"#a\",\"html\":\"one\",\"append\":true}",
                        "{\"target\":\"#a\",\"html\":\"two\",\"append\":true}",
                        "{\"title\":\"done\"}");
    }

    @Test
    void eachCallOfAnArrayHasItsOwnFrame() {
        browser.says("[" + Browser.call(1, "send") + "," + Browser.call(2, "send") + "]");

        assertThat(frames())
                .containsExactly(
                        "[" + update(1, 1, "one") + "," + reply(1) + "]",
                        "[" + update(2, 1, "one") + "," + reply(2) + "]");
    }

    @Test
    void whatIsSentBeforeSlowWorkIsThereBeforeItEnds() {
        fixture.sessions.start();
        meanwhile = () -> await().untilAsserted(() -> assertThat(frames()).containsExactly(update(1, 1, "one")));

        browser.calls(1, "send");

        assertThat(frames()).containsExactly(update(1, 1, "one"), reply(1));
    }

    @Test
    void whatAnotherThreadSendsGoesOutAtOnceAndBehindWhatWasSentBefore() {
        meanwhile = () -> {
            inAnotherThread(
                    () -> browser.session.send(Frame.object("{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8))));
            assertThat(frames()).containsExactly(update(1, 1, "one"), "{\"type\":\"ping\"}");
        };

        browser.calls(1, "send");

        assertThat(frames()).containsExactly(update(1, 1, "one"), "{\"type\":\"ping\"}", reply(1));
    }

    @Test
    void whatIsTooMuchForOneFrameDoesNotWait() {
        browser.calls(1, "much");

        assertThat(seen).first().isEqualTo("1");
        assertThat(seen.get(4)).isNotEqualTo("1");
        assertThat(browser.hears()).hasSize(11).last().isEqualTo(reply(1));
    }

    @Test
    void whatIsPulledIsSentBitByBit() {
        browser.calls(1, "pulled");

        assertThat(seen).containsExactly(update(1, 1, "first"), update(1, 2, "a"));
        assertThat(frames()).containsExactly(update(1, 1, "first"), update(1, 2, "a"), update(1, 3, "b"), reply(1));
    }

    @Test
    void nothingWaitsForAnAnswerThatComesLater() {
        browser.calls(1, "later");

        assertThat(frames()).containsExactly(update(1, 1, "one"));
    }

    @Test
    void aHandlerThatClosesItsConnectionHasSentWhatItSaidBefore() {
        meanwhile = () -> browser.session.close(CloseReason.SIGNED_OUT);

        browser.calls(1, "send");

        assertThat(frames()).containsExactly(update(1, 1, "one"));
        await().untilAsserted(() -> assertThat(browser.closes).containsExactly(CloseReason.SIGNED_OUT));
    }

    @Test
    void whoClosesTheConnectionOfARunningHandlerComesAfterWhatItSaid() {
        meanwhile = () -> inAnotherThread(() -> browser.session.close(CloseReason.RESTART));

        browser.calls(1, "send");

        assertThat(frames()).containsExactly(update(1, 1, "one"));
        await().untilAsserted(() -> assertThat(browser.closes).containsExactly(CloseReason.RESTART));
    }

    @Test
    void aPageThatComesBackWhileItsHandlerRunsGetsAllOfItInOrder() {
        Browser[] second = new Browser[1];
        meanwhile = () -> {
            browser.hangsUp();
            inAnotherThread(() -> second[0] = fixture.socket().says(HELLO));
        };
        browser.calls(1, "send");
        second[0].hears();

        second[0].calls(1, "send");

        assertThat(frames()).isEmpty();
        assertThat(second[0].hears()).containsExactly(update(1, 1, "one"), reply(1));
    }

    private static void inAnotherThread(Runnable action) {
        CountDownLatch done = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            action.run();
            done.countDown();
        });
        thread.start();
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
