package io.github.liveview4j.session;

import static io.github.liveview4j.session.SessionFixture.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LogCapture;
import io.github.liveview4j.session.TestWire.Async;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxCorkTests {

    private static final int LIMIT = 200_000;

    private final TestWire wire = new TestWire();
    private final List<CloseReason> told = new CopyOnWriteArrayList<>();
    private final CorkWatcher watcher = new CorkWatcher();
    private final Outbox outbox = outbox(wire);

    @AfterEach
    void stop() {
        wire.resume();
        watcher.stop();
    }

    private Outbox outbox(Wire to) {
        return new Outbox(to, LIMIT, new BlockingGate(), watcher, (reason, cause) -> told.add(reason));
    }

    private static Frame object(String text) {
        return Frame.object(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void joinsWhatIsOfferedMeanwhile() {
        outbox.cork();
        outbox.offer(object("1"));
        outbox.offer(object("2"));
        assertThat(wire.received()).isEmpty();

        outbox.uncork(true);
        outbox.offer(object("3"));

        assertThat(wire.received()).containsExactly("[1,2]", "3");
        assertThat(wire.blockingWrites()).isEqualTo(2);
    }

    @Test
    void sendsFramesThatCannotBeJoinedOneByOneInTheirOrder() {
        outbox.cork();
        outbox.offer(object("1"));
        outbox.offer(object("2"));
        outbox.offer(frame("3"));
        outbox.offer(object("4"));
        outbox.uncork(true);

        assertThat(wire.received()).containsExactly("[1,2]", "3", "4");
    }

    @Test
    void goesOnAsBeforeWhereNothingWasOffered() {
        outbox.cork();
        outbox.uncork(true);
        outbox.uncork(true);

        outbox.offer(object("1"));

        assertThat(wire.received()).containsExactly("1");
    }

    @Test
    void isNotHeldBackForAnotherThread() throws InterruptedException {
        outbox.cork();
        outbox.offer(object("1"));
        Thread other = start(() -> outbox.offer(object("2")));
        other.join();
        assertThat(wire.received()).containsExactly("1", "2");

        outbox.offer(object("3"));
        assertThat(wire.received()).containsExactly("1", "2", "3");
        outbox.uncork(true);
    }

    @Test
    void anotherThreadCannotUncork() throws InterruptedException {
        outbox.cork();
        outbox.offer(object("1"));
        start(() -> outbox.uncork(true)).join();

        assertThat(wire.received()).isEmpty();
        outbox.uncork(true);
        assertThat(wire.received()).containsExactly("1");
    }

    @Test
    void doesNotHoldBackMoreThanGoesIntoOneFrame() {
        String half = "x".repeat(40_000);
        outbox.cork();
        outbox.offer(object(half));
        assertThat(wire.count()).isZero();
        outbox.offer(object(half));

        assertThat(wire.received()).containsExactly(half, half);
        outbox.uncork(true);
        assertThat(told).isEmpty();
    }

    @Test
    void countsWhatWasHeldBackAgainstTheLimit() throws InterruptedException {
        wire.stall();
        outbox.cork();
        outbox.offer(object("x".repeat(60_000)));
        Thread writer = start(() -> outbox.uncork(false));
        writer.join();
        outbox.offer(object("y".repeat(LIMIT - 60_000)));
        assertThat(told).isEmpty();

        outbox.offer(object("z"));

        assertThat(told).containsExactly(CloseReason.TOO_SLOW);
    }

    @Test
    void sendsNothingOnceItIsShut() {
        outbox.cork();
        outbox.offer(object("1"));
        assertThat(outbox.shut()).isTrue();
        outbox.offer(object("2"));
        outbox.uncork(true);

        assertThat(wire.received()).isEmpty();
        assertThat(outbox.holdsBack()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void endsWithAWriteThatFails() {
        wire.breakWith(new IOException("Broken pipe"));
        outbox.cork();
        outbox.offer(object("1"));
        assertThat(told).isEmpty();
        outbox.uncork(true);

        assertThat(told).containsExactly(CloseReason.TOO_SLOW);
    }

    @Test
    void isNoWriteThatIsStuck() {
        outbox.cork();
        outbox.offer(object("1"));
        outbox.endIfStuckFor(0);

        assertThat(outbox.isDead()).isFalse();
    }

    @Test
    void theWatcherLetsGoOfWhatWaitsForATimeAndIsNeverHeldUpByABrowser() {
        watcher.start();
        TestWire stalled = new TestWire();
        stalled.stall();
        Outbox stuck = outbox(stalled);
        stuck.cork();
        stuck.offer(object("0"));
        await().until(() -> stalled.asyncWrites() == 1);

        outbox.cork();
        outbox.offer(object("1"));
        await().until(() -> wire.count() == 1);
        outbox.offer(object("2"));

        assertThat(wire.received()).containsExactly("1", "2");
        outbox.uncork(true);
        stuck.uncork(true);
        stalled.resume();
    }

    @Test
    void theWatcherWakesUpAfterARest() {
        watcher.start();
        await().until(watcher::isResting);

        outbox.cork();
        outbox.offer(object("1"));

        await().until(() -> wire.count() == 1);
        outbox.uncork(true);
        await().until(watcher::isResting);
    }

    @Test
    void theWatcherKeepsNothingWhileItDoesNotRun() {
        outbox.cork();
        outbox.offer(object("1"));
        assertThat(watcher.size()).isZero();

        outbox.uncork(true);
        assertThat(wire.received()).containsExactly("1");
    }

    @Test
    void theWatcherLetsGoOfEverythingWhenItStops() {
        watcher.start();
        outbox.cork();
        outbox.offer(object("1"));
        watcher.stop();

        await().until(() -> wire.count() == 1 && watcher.size() == 0);
        outbox.uncork(true);
    }

    @Test
    void theWatcherSurvivesWhatAnOutboxThrows() {
        watcher.start();
        TestWire broken = new TestWire();
        broken.hangUp();
        Outbox faulty = new Outbox(broken, LIMIT, new BlockingGate(), watcher, (reason, cause) -> {
            throw new StackOverflowError("an owner without room on the stack");
        });
        try (LogCapture captured = new LogCapture(CorkWatcher.class.getName())) {
            faulty.cork();
            faulty.offer(object("0"));
            await().until(() -> !captured.entries().isEmpty());
        }

        outbox.cork();
        outbox.offer(object("1"));

        await().until(() -> wire.count() == 1);
        outbox.uncork(true);
    }

    @Test
    void theWatcherLetsGoAgainAndAgain() {
        watcher.start();

        for (int i = 1; i <= 3; i++) {
            int sent = i;
            outbox.cork();
            outbox.offer(object("0"));
            await().until(() -> wire.count() == sent);
            outbox.uncork(true);
            await().until(() -> !outbox.isWatched());
        }
    }

    @Test
    void theWatcherIsToldOnceOfWhatIsHeldBackAgainBeforeItHasLooked() {
        watcher.start();
        outbox.cork();
        outbox.offer(object("1"));
        outbox.uncork(true);
        outbox.cork();
        outbox.offer(object("2"));

        await().until(() -> wire.count() == 2);
        outbox.uncork(true);
        await().until(() -> !outbox.isWatched());
    }

    @Test
    void losesDoublesAndReordersNothingWhileOthersSendAndTheWatcherLooks() {
        watcher.start();
        TestWire busy = new TestWire(Async.LATER);
        Outbox shared =
                new Outbox(busy, Integer.MAX_VALUE, new BlockingGate(), watcher, (reason, cause) -> told.add(reason));
        int producers = 4;
        int frames = 3_000;
        for (int p = 0; p < producers; p++) {
            int producer = p;
            start(() -> {
                Random random = new Random(producer);
                int corked = 0;
                for (int i = 0; i < frames; i++) {
                    if (corked == 0) {
                        shared.cork();
                        corked = random.nextInt(4);
                    } else if (--corked == 0) {
                        shared.uncork(true);
                    }
                    shared.offer(object("\"" + producer + ":" + i + "\""));
                }
                shared.uncork(true);
            });
        }

        await().until(() -> numbers(busy).size() == producers * frames);
        assertThat(told).isEmpty();
        assertThat(busy.hasOverlapped()).isFalse();
        assertThat(busy.count()).isLessThan(producers * frames);
        for (int p = 0; p < producers; p++) {
            String prefix = p + ":";
            assertThat(numbers(busy).stream().filter(text -> text.startsWith(prefix)))
                    .isEqualTo(
                            IntStream.range(0, frames).mapToObj(i -> prefix + i).toList());
        }
    }

    private static List<String> numbers(TestWire wire) {
        return wire.received().stream()
                .flatMap(text -> Stream.of(text.replaceAll("[\\[\\]\"]", "").split(",")))
                .toList();
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
