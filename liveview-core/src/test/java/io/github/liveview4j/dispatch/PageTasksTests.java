package io.github.liveview4j.dispatch;

import static io.github.liveview4j.LiveViewMessage.replace;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewTasks;
import io.github.liveview4j.LogCapture;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Work for a page on an executor that a test lets go on as it likes. */
class PageTasksTests {

    private static final LiveViewMessage RESULT = replace("#r").text("result");
    private static final LiveViewMessage SKELETON = replace("#r").text("skeleton");

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AtomicReference<Consumer<LiveViewConsumer>> handler = new AtomicReference<>(consumer -> {});
    private final AtomicReference<LiveViewConsumer> page = new AtomicReference<>();
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());
    private PageTasks tasks = new PageTasks(waiting::add);

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void go(LiveViewConsumer consumer) {
            page.set(consumer);
            handler.get().accept(consumer);
        }
    }

    private Browser starts(Consumer<LiveViewTasks.Task> start) {
        Browser browser = fixture.page();
        starts(browser, 1, start);
        return browser;
    }

    private void starts(Browser browser, long id, Consumer<LiveViewTasks.Task> start) {
        handler.set(consumer -> start.accept(tasks.on(consumer)));
        browser.calls(id, "go");
    }

    private void goesOn() {
        waiting.remove().run();
    }

    private static String shows(String text) {
        return "{\"type\":\"update\",\"updates\":[{\"target\":\"#r\",\"html\":\"" + text + "\"}]}";
    }

    private static String shows(String text, long call) {
        return shows(text).replace("\"updates\"", "\"call\":" + call + ",\"n\":1,\"updates\"");
    }

    private void passesUntilThePageHasGone(Browser browser) throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        page.get().onGone(gone::countDown);
        browser.hangsUp();
        fixture.passes(Duration.ofMinutes(3));
        fixture.dispatcher().watch().look();
        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theSkeletonComesInTheCallAndTheResultWhenItIsThere() {
        Browser browser = starts(task -> task.meanwhile(SKELETON).start(() -> RESULT));
        assertThat(browser.hears()).containsExactly(shows("skeleton", 1), reply(1));

        goesOn();

        assertThat(browser.hears()).containsExactly(shows("result"));
    }

    @Test
    void aResultMayBeSeveralMessagesOrNone() {
        Browser browser = starts(task -> task.startAll(() -> List.of(RESULT, SKELETON)));
        starts(browser, 2, task -> task.start(() -> null));
        browser.hears();

        goesOn();
        goesOn();

        assertThat(browser.hears())
                .singleElement()
                .asString()
                .contains("\"html\":\"result\"")
                .contains("\"html\":\"skeleton\"");
    }

    @Test
    void workNeedsNoMoreThanItself() {
        Browser browser = fixture.page();
        handler.set(consumer -> tasks.start(consumer, () -> RESULT));
        browser.calls(1, "go").hears();

        goesOn();

        assertThat(browser.hears()).containsExactly(shows("result"));
    }

    @Test
    void aFailureIsWhatTheWorkSaysOfIt() {
        Browser browser = starts(task -> task.otherwise(failure -> replace("#r").text("no: " + failure.getMessage()))
                .start(() -> {
                    throw new CompletionException(new IllegalStateException("late"));
                }));
        browser.hears();

        goesOn();

        assertThat(browser.hears()).containsExactly(shows("no: late"));
    }

    @Test
    void aResultThatCannotBeRenderedIsAFailure() {
        Browser browser = starts(task ->
                task.otherwise(failure -> SKELETON).start(() -> replace("#r").template("broken")));
        browser.hears();

        goesOn();

        assertThat(browser.hears()).containsExactly(shows("skeleton"));
    }

    @Test
    void aFailureOfWhichNothingIsSaidIsLoggedAndShownUnderAReference() {
        try (LogCapture log = new LogCapture(LiveViewDispatcher.class.getName())) {
            Browser browser = starts(task -> task.start(() -> {
                throw new IllegalStateException("secret");
            }));
            browser.hears();

            goesOn();

            List<String> heard = browser.hears();
            assertThat(heard).hasSize(1);
            assertThat(Browser.withoutRef(heard.get(0)))
                    .isEqualTo("{\"type\":\"error\",\"code\":\"failed\",\"ref\":\"REF\"}");
            assertThat(log.messages()).singleElement().asString().contains(Browser.refOf(heard.get(0)), "'go'");
            assertThat(LogCapture.causeOf(log.entries().get(0))).hasMessage("secret");
        }
    }

    @Test
    void whatTellsOfAFailureMayFailToo() {
        Browser browser = starts(task -> task.otherwise(failure -> replace("#r").template("broken"))
                .start(() -> {
                    throw new IllegalStateException("first");
                }));
        browser.hears();

        goesOn();

        assertThat(browser.hearsWithRef()).contains("\"failed\"");
    }

    @Test
    void theApplicationsResolversAreAskedAboutAFailure() {
        tasks = new PageTasks(
                waiting::add,
                CallScope.none(),
                List.of((exception, consumer, content) -> content.function().equals("go")
                        ? LiveViewExceptionResolver.Resolution.send(
                                replace("#r").text(exception.getMessage()))
                        : null));
        Browser browser = starts(task -> task.start(() -> {
            throw new IllegalStateException("known");
        }));
        browser.hears();

        goesOn();

        assertThat(browser.hears()).containsExactly(shows("known"));
    }

    @Test
    void workThatFindsNoThreadIsAFailureAndTheCallGoesOn() {
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };
        tasks = new PageTasks(full);

        Browser browser = starts(task -> task.once("r")
                .otherwise(failure -> replace("#r").text(failure.getMessage()))
                .start(() -> RESULT));

        assertThat(browser.hears()).containsExactly(shows("full", 1), reply(1));
        assertThat(tasks.size()).isZero();
    }

    @Test
    void workOfANameIsStartedOnce() {
        Browser browser = starts(task -> task.once("r").meanwhile(SKELETON).start(() -> RESULT));
        browser.hears();

        starts(browser, 2, task -> task.once("r").meanwhile(SKELETON).start(() -> RESULT));
        assertThat(browser.hears()).containsExactly(reply(2));
        assertThat(waiting).hasSize(1);

        goesOn();
        browser.hears();
        starts(browser, 3, task -> task.once("r").start(() -> RESULT));
        goesOn();
        assertThat(browser.hears()).containsExactly(reply(3), shows("result"));
        assertThat(tasks.size()).isZero();
    }

    @Test
    void workReplacesThatOfTheSameNameOfWhichNothingMoreIsSent() {
        Browser browser = starts(task -> task.replacing("r").start(() -> RESULT));
        starts(browser, 2, task -> task.replacing("r").start(() -> replace("#r").text("second")));
        browser.hears();

        goesOn();
        goesOn();

        assertThat(browser.hears()).containsExactly(shows("second"));
        assertThat(tasks.size()).isZero();
    }

    @Test
    void namesAreThoseOfAPage() {
        starts(task -> task.once("r").start(() -> RESULT));
        handler.set(consumer -> tasks.on(consumer).once("r").start(() -> RESULT));
        fixture.socket()
                .says(DispatcherFixture.HELLO.replace("page-0123", "other-0123"))
                .calls(1, "go");

        assertThat(waiting).hasSize(2);
    }

    @Test
    void workThatIsStoppedIsInterruptedAndSendsNothing() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        tasks = new PageTasks(task -> {
            Thread thread = new Thread(task);
            threads.add(thread);
            thread.start();
        });
        Browser browser = starts(task -> task.once("r").start(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            return RESULT;
        }));
        browser.hears();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        tasks.stop(page.get(), "r");
        tasks.stop(page.get(), "r");

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        threads.get(0).join(10_000);
        assertThat(browser.hears()).isEmpty();
        assertThat(tasks.size()).isZero();
    }

    @Test
    void aPageThatHasGoneHasItsWorkCancelled() throws InterruptedException {
        List<String> done = new ArrayList<>();
        Browser browser = starts(task -> task.once("r").start(() -> {
            done.add("work");
            return RESULT;
        }));

        passesUntilThePageHasGone(browser);
        goesOn();

        assertThat(done).isEmpty();
        assertThat(tasks.size()).isZero();
    }

    @Test
    void nothingIsStartedForAPageThatHasGone() throws InterruptedException {
        Browser browser = starts(task -> task.start(() -> RESULT));
        passesUntilThePageHasGone(browser);
        waiting.clear();
        browser.hears();

        tasks.on(page.get()).meanwhile(SKELETON).start(() -> RESULT);

        assertThat(waiting).isEmpty();
    }

    @Test
    void whatHasEndedLeavesNothingAtThePage() {
        List<Runnable> kept = new ArrayList<>();
        LiveViewConsumer byHand = byHand(kept, new ArrayList<>());

        new PageTasks(Runnable::run).on(byHand).start(() -> RESULT);

        assertThat(kept).isEmpty();
    }

    @Test
    void aTestHasTheResultOfAConsumerThatIsMadeByHandAtOnce() {
        List<LiveViewMessage> sent = new ArrayList<>();

        new PageTasks(Runnable::run)
                .on(byHand(new ArrayList<>(), sent))
                .meanwhile(SKELETON)
                .start(() -> RESULT);

        assertThat(sent).containsExactly(SKELETON, RESULT);
    }

    private static LiveViewConsumer byHand(List<Runnable> kept, List<LiveViewMessage> sent) {
        return (LiveViewConsumer) Proxy.newProxyInstance(
                PageTasksTests.class.getClassLoader(),
                new Class<?>[] {LiveViewConsumer.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isGone" -> false;
                    case "onGone" -> {
                        kept.add((Runnable) arguments[0]);
                        yield (Runnable) () -> kept.remove(arguments[0]);
                    }
                    case "send" -> sent.addAll(List.of((LiveViewMessage[]) arguments[0])) ? null : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void theScopeIsEnteredAroundTheWorkAndWhatItSends() {
        List<String> seen = new ArrayList<>();
        tasks = new PageTasks(
                waiting::add,
                (consumer, connection) -> {
                    seen.add("enter " + connection.size());
                    return () -> seen.add("exit");
                },
                List.of());
        starts(task -> task.start(() -> {
            seen.add("work");
            return RESULT;
        }));

        goesOn();

        assertThat(seen).containsExactly("enter 1", "work", "exit");
    }

    @Test
    void aScopeThatCannotBeEnteredIsAFailureOfTheWork() {
        tasks = new PageTasks(
                waiting::add,
                (consumer, connection) -> {
                    throw new IllegalStateException("no scope");
                },
                List.of());
        Browser browser = starts(task -> task.once("r")
                .otherwise(failure -> replace("#r").text(failure.getMessage()))
                .start(() -> RESULT));
        browser.hears();

        goesOn();

        assertThat(browser.hears()).containsExactly(shows("no scope"));
        assertThat(tasks.size()).isZero();
    }
}
