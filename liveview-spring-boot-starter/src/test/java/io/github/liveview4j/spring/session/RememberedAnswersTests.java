package io.github.liveview4j.spring.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.spring.session.SessionStore.Found;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RememberedAnswersTests {

    private static final Found THERE = new Found(null, Long.MAX_VALUE);

    private final AtomicInteger asked = new AtomicInteger();
    private final RememberedAnswers answers = new RememberedAnswers(Duration.ofMillis(300));
    private final Supplier<@Nullable Found> store = () -> {
        asked.incrementAndGet();
        return THERE;
    };

    @AfterEach
    void close() {
        answers.close();
    }

    @Test
    void anAnswerIsRememberedForASecondAndNoLonger() {
        assertThat(answers.get("a", store)).isSameAs(THERE);
        assertThat(answers.get("a", store)).isSameAs(THERE);
        assertThat(asked).hasValue(1);

        await().atMost(Duration.ofSeconds(5)).until(() -> answers.get("a", store) != null && asked.get() == 2);
    }

    @Test
    void whatIsForgottenIsAskedForAgain() {
        answers.get("a", store);
        answers.forget("a");
        answers.get("a", store);

        assertThat(asked).hasValue(2);
    }

    @Test
    void nothingIsRememberedWhileTheSessionMayBeChanged() {
        answers.begin("a");
        answers.begin("a");
        answers.get("a", store);
        answers.end("a");
        answers.get("a", store);
        assertThat(asked).hasValue(2);
        answers.end("a");

        answers.get("a", store);
        answers.get("a", store);
        assertThat(asked).hasValue(3);
    }

    /** Otherwise a logout that returns while a question is under way would be overtaken by the answer from before it. */
    @Test
    void whoWaitsForAnAnswerThatIsForgottenMeanwhileGetsAnother() throws Exception {
        CountDownLatch isAsked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Boolean> isThere = CompletableFuture.supplyAsync(() -> answers.get("a", () -> {
                    if (asked.incrementAndGet() > 1) {
                        return null;
                    }
                    isAsked.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return THERE;
                })
                != null);
        isAsked.await();

        answers.forget("a");
        go.countDown();

        assertThat(isThere.get()).isFalse();
    }

    @Test
    void aFailureIsNoAnswerAndIsNotRemembered() {
        assertThatThrownBy(() -> answers.get("a", () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(SessionStoreException.class)
                .hasRootCauseMessage("broken");

        assertThat(answers.get("a", store)).isSameAs(THERE);
    }

    @Test
    void aStoreThatHangsHoldsOneCallerAndIsAskedAgainLater() {
        CountDownLatch go = new CountDownLatch(1);
        Supplier<@Nullable Found> hanging = () -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return THERE;
        };
        assertThatThrownBy(() -> answers.get("a", hanging)).hasMessageContaining("has not answered within 300 ms");
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            String key = "b" + i;
            assertThatThrownBy(() -> answers.get(key, store)).hasMessageContaining("does not answer");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(900));
        assertThat(asked).hasValue(0);

        go.countDown();
        await().atMost(Duration.ofSeconds(5)).ignoreExceptions().until(() -> answers.get("c", store) != null);
    }
}
