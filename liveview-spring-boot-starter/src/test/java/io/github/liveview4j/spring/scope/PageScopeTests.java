package io.github.liveview4j.spring.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.spring.request.RequestScopes;
import io.github.liveview4j.spring.scope.ScopedPages.Opened;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scope alone, with pages without sockets and a time made by hand. */
class PageScopeTests {

    private static final String FETCH = "{\"type\":\"resync\"";

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> destroyed = new ConcurrentLinkedQueue<>();

    private PageScope scope = scope(100, Duration.ofMinutes(30));

    private PageScope scope(int maxPages, Duration idleTime) {
        scope = new PageScope(() -> new PageScopeLimits(maxPages, idleTime), nanos::get);
        return scope;
    }

    private static void withPages(Consumer<ScopedPages> test) {
        ScopedPages.run(test);
    }

    /** Gets the bean as Spring does, which registers its destruction while it makes it. */
    private Object bean(String name) {
        return scope.get(name, () -> {
            String bean = name + made.incrementAndGet();
            scope.registerDestructionCallback(name, () -> destroyed.add(bean));
            return bean;
        });
    }

    private Object bean(Opened page) {
        return page.call(() -> bean("basket"));
    }

    private void awaitDestroyed(String... beans) {
        ScopedPages.await(() -> destroyed.size() >= beans.length);
        assertThat(destroyed).containsExactly(beans);
    }

    @Test
    void aPageHasOneInstanceForAllItsCalls() {
        withPages(pages -> {
            Opened one = pages.open("one");
            Opened other = pages.open("other");

            assertThat(List.of(bean(one), bean(one), bean(other), bean(one)))
                    .containsExactly("basket1", "basket1", "basket2", "basket1");
        });
    }

    @Test
    void anInstanceIsMadeOnceWhoeverElseAsksMeanwhile() {
        withPages(pages -> {
            Opened page = pages.open("one");
            CountDownLatch ready = new CountDownLatch(8);
            List<CompletableFuture<Object>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                ready.countDown();
                                ScopedPages.await(() -> ready.getCount() == 0);
                                return bean(page);
                            },
                            task -> new Thread(task).start()))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join)).containsOnly("basket1");
        });
    }

    @Test
    void outsideOfAPageIsAnErrorThatSaysWhatToDo() {
        withPages(pages -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> bean("basket"))
                    .withMessageContaining("during a call of a page")
                    .withMessageContaining("a thread that works for no page")
                    .withMessageContaining("put what they need into a service");
            try (RequestScopes.Scope broadcast = pages.scopes().open(Map.of(), Locale.ENGLISH, null)) {
                assertThatIllegalStateException().isThrownBy(() -> bean("basket"));
            }
            assertThat(scope.size()).isZero();
        });
    }

    @Test
    void whenAPageHasGoneItsBeansAreDestroyedTheLastMadeFirst() {
        withPages(pages -> {
            Opened page = pages.openOfFirstDialect("one");
            page.call(() -> Stream.of(bean("a"), bean("b")).toList());

            page.hangUp();

            awaitDestroyed("b2", "a1");
            assertThat(scope.size()).isZero();
            assertThatIllegalStateException().isThrownBy(() -> bean(page)).withMessageContaining("has gone for good");
        });
    }

    @Test
    void aPageThatGoesDuringACallKeepsItsBeansUntilTheCallEnds() {
        withPages(pages -> {
            Opened page = pages.openOfFirstDialect("one");
            CountDownLatch gone = new CountDownLatch(1);

            page.call(() -> {
                bean("a");
                page.consumer().onGone(gone::countDown);
                page.hangUp();
                ScopedPages.await(() -> gone.getCount() == 0);
                assertThat(destroyed).isEmpty();
                assertThat(bean("a")).isEqualTo("a1");
                return null;
            });

            awaitDestroyed("a1");
        });
    }

    @Test
    void aBeanThatFailsToBeDestroyedKeepsNoOtherFromIt() {
        withPages(pages -> {
            Opened page = pages.openOfFirstDialect("one");
            page.call(() -> {
                bean("a");
                scope.registerDestructionCallback("b", () -> {
                    throw new IllegalStateException("as a test has it");
                });
                return null;
            });

            page.hangUp();

            awaitDestroyed("a1");
        });
    }

    @Test
    void whatIsNotUsedForLongIsGivenUpAndThePageFetchesItself() {
        scope(100, Duration.ofMillis(100));
        withPages(pages -> {
            Opened page = pages.open("one");
            bean(page);
            page.heard().clear();

            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));

            awaitDestroyed("basket1");
            assertThat(page.heard()).singleElement().asString().startsWith(FETCH);
            assertThat(bean(page)).isEqualTo("basket2");
        });
    }

    @Test
    void whatIsUsedIsNotIdleHoweverLong() {
        scope(100, Duration.ofMillis(100));
        withPages(pages -> {
            Opened busy = pages.open("busy");
            Opened idle = pages.open("idle");
            busy.call(() -> {
                bean("busy");
                idle.call(() -> bean("idle"));
                nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
                // The thread that looks has looked by then.
                awaitDestroyed("idle2");
                return null;
            });
            assertThat(destroyed).containsExactly("idle2");
        });
    }

    @Test
    void pastTheNumberTheLongestUnusedWithoutAConnectionIsGivenUpFirst() {
        scope(3, Duration.ofMinutes(30));
        withPages(pages -> {
            Opened oldest = pages.open("oldest");
            Opened away = pages.open("away");
            Opened awayToo = pages.open("away-too");
            Opened next = pages.open("next");
            for (Opened page : List.of(oldest, away, awayToo)) {
                bean(page);
                nanos.incrementAndGet();
            }
            away.hangUp();
            awayToo.hangUp();

            bean(next);

            awaitDestroyed("basket2");
            assertThat(bean(oldest)).isEqualTo("basket1");
            assertThat(scope.size()).isEqualTo(3);
        });
    }

    @Test
    void withoutOneThatIsAwayTheLongestUnusedIsGivenUpAndFetchesItself() {
        scope(2, Duration.ofMinutes(30));
        withPages(pages -> {
            Opened used = pages.open("used");
            Opened unused = pages.open("unused");
            for (Opened page : List.of(used, unused, used)) {
                nanos.incrementAndGet();
                bean(page);
            }
            unused.heard().clear();

            bean(pages.open("next"));

            awaitDestroyed("basket2");
            assertThat(unused.heard()).singleElement().asString().startsWith(FETCH);
            assertThat(bean(used)).isEqualTo("basket1");
        });
    }

    @Test
    void whatWasUsedSinceAllWereLookedAtIsNotGivenUp() {
        scope(200, Duration.ofMinutes(30));
        withPages(pages -> {
            List<Opened> all = new ArrayList<>();
            for (int i = 0; i < 203; i++) {
                all.add(pages.open("page" + i));
            }
            for (Opened page : all.subList(0, 201)) {
                nanos.incrementAndGet();
                bean(page);
            }
            awaitDestroyed("basket1");

            nanos.incrementAndGet();
            bean(all.get(1));
            bean(all.get(201));
            bean(all.get(202));

            awaitDestroyed("basket1", "basket3", "basket4");
            assertThat(scope.size()).isEqualTo(200);
        });
    }

    @Test
    void whereAllAreInUseOneMoreIsRefused() {
        scope(1, Duration.ofMinutes(30));
        withPages(pages -> {
            Opened first = pages.open("first");
            Opened second = pages.open("second");

            first.call(() -> {
                bean("basket");
                assertThatExceptionOfType(LiveViewException.class)
                        .isThrownBy(() -> bean(second))
                        .withMessageContaining("liveview.scope.max-pages");
                return null;
            });

            assertThat(scope.size()).isEqualTo(1);
            assertThat(bean(first)).isEqualTo("basket1");
            assertThat(bean(second)).isEqualTo("basket2");
        });
    }

    @Test
    void aStopDestroysEverythingAndAllowsForNoMoreUntilARestart() {
        withPages(pages -> {
            Opened page = pages.open("one");
            bean(page);

            scope.stop();

            assertThat(destroyed).containsExactly("basket1");
            assertThatIllegalStateException().isThrownBy(() -> bean(page)).withMessageContaining("stops");
            scope.restart();
            assertThat(bean(page)).isEqualTo("basket2");
        });
    }

    @Test
    void whatIsGivenUpLeavesNothingAtThePageToBeDoneAtItsEnd() {
        scope(1, Duration.ofMinutes(30));
        withPages(pages -> {
            Opened first = pages.open("first");
            bean(first);
            assertThat(first.actionsAtItsEnd()).isNotNull();

            bean(pages.open("second"));

            awaitDestroyed("basket1");
            ScopedPages.await(() -> first.actionsAtItsEnd() == null);
        });
    }

    @Test
    void aBeanCanBeRemoved() {
        withPages(pages -> {
            Opened page = pages.openOfFirstDialect("one");

            page.call(() -> {
                bean("a");
                bean("b");
                assertThat(scope.remove("a")).isEqualTo("a1");
                assertThat(scope.remove("a")).isNull();
                return null;
            });
            page.hangUp();

            awaitDestroyed("b2");
        });
    }

    @Test
    void theConversationIsThePage() {
        withPages(pages -> {
            Opened page = pages.open("one");
            assertThat(page.<Object>call(scope::getConversationId))
                    .isEqualTo(page.consumer().id());
            assertThat(scope.getConversationId()).isNull();
        });
    }
}
