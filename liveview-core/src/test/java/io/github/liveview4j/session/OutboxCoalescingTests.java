package io.github.liveview4j.session;

import static io.github.liveview4j.session.SessionFixture.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.session.TestWire.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a browser gets, and what it is counted for, when updates supersede one another while it does not read. */
class OutboxCoalescingTests {

    private static final int LIMIT = 100;

    private final RoomScript script = new RoomScript();
    private final TestWire wire = new TestWire();
    private final List<CloseReason> told = new CopyOnWriteArrayList<>();
    private final Outbox outbox = outbox(wire, LIMIT, new BlockingGate());

    @AfterEach
    void letBlockedThreadsGo() {
        wire.resume();
    }

    private Outbox outbox(Wire to, int limit, BlockingGate gate) {
        return new Outbox(to, limit, gate, new CorkWatcher(), (reason, cause) -> told.add(reason));
    }

    /** Leaves a write in flight, so that whatever is offered next waits. */
    private void stallWith(Frame first) {
        outbox.slow();
        wire.stall();
        outbox.offer(first);
    }

    @Test
    void aSlowBrowserThatFollowsATickerNeverHasMoreThanOneUpdateWaiting() {
        stallWith(script.replace("a", "p", "first"));
        for (int i = 0; i < 1_000; i++) {
            outbox.offer(script.replace("a", "p", "" + i));
        }
        assertThat(told).isEmpty();

        wire.resume();

        await().until(() -> wire.count() == 2);
        assertThat(wire.received()).containsExactly("{a 1-1 p=first}", "{a 2-1001 p=999}");
    }

    @Test
    void theLimitIsForWhatWaitsAfterwards() {
        stallWith(frame("x".repeat(10)));
        outbox.offer(script.replace("a", "p", "x".repeat(70)));
        outbox.offer(script.replace("a", "p", "y".repeat(70)));
        assertThat(told).isEmpty();

        outbox.offer(script.replace("a", "q", "z"));
        assertThat(told).containsExactly(CloseReason.TOO_SLOW);
    }

    @Test
    void updatesThatAddAreAllCounted() {
        stallWith(frame("x".repeat(10)));
        for (int i = 0; i < 8; i++) {
            outbox.offer(script.append("a", "l", "" + i));
        }
        assertThat(told).isEmpty();

        outbox.offer(script.append("a", "l", "8"));
        assertThat(told).containsExactly(CloseReason.TOO_SLOW);
    }

    @Test
    void bytesAreGivenBackWhenABatchIsWritten() {
        for (int round = 0; round < 50; round++) {
            int before = wire.count();
            stallWith(script.append("a", "l", "1"));
            outbox.offer(script.append("a", "l", "2"));
            outbox.offer(script.replace("a", "p", "3"));
            outbox.offer(script.replace("a", "p", "4"));
            wire.resume();
            await().pollInterval(Duration.ofMillis(1)).until(() -> wire.count() == before + 2);
        }

        assertThat(told).isEmpty();
    }

    @Test
    void aJoinedFrameIsSentAsItIsWhenNothingElseWaits() {
        List<Frame> written = new ArrayList<>();
        TestWire keeping = new TestWire() {
            @Override
            public void send(Frame frame) {
                written.add(frame);
            }
        };
        Frame joined = Frame.joined(List.of(script.replace("a", "p", "1"), script.replace("a", "p", "2")), true);

        outbox(keeping, LIMIT, new BlockingGate()).offer(joined);

        assertThat(written).singleElement().isSameAs(joined);
    }

    @Test
    void aJoinedFrameThatHasToWaitIsSupersededInItsParts() {
        stallWith(frame("{reply}"));
        outbox.offer(Frame.joined(List.of(script.replace("a", "p", "1"), script.replace("a", "q", "2")), true));
        outbox.offer(script.replace("a", "p", "3"));
        wire.resume();

        await().until(() -> wire.count() == 2);
        assertThat(wire.received()).containsExactly("{reply}", "[{a 1-2 q=2},{a 3-3 p=3}]");
    }

    @Test
    void framesOfTheFirstDialectAreNeitherLeftOutNorJoined() {
        stallWith(frame("{\"n\":0}"));
        for (int i = 0; i < 3; i++) {
            outbox.offer(Frame.shared("{\"n\":1}".getBytes()));
        }
        wire.resume();

        await().until(() -> wire.count() == 4);
        assertThat(wire.received()).containsExactly("{\"n\":0}", "{\"n\":1}", "{\"n\":1}", "{\"n\":1}");
    }

    @Test
    void anUpdateWhoseRangeCannotBeWrittenEndsTheSessionAndNothingElse() {
        Frame.Coverage broken = new Frame.Coverage() {
            @Override
            public String room() {
                return "a";
            }

            @Override
            public long first() {
                return 2;
            }

            @Override
            public String replaces() {
                return "p";
            }

            @Override
            public Frame from(long first) {
                throw new IllegalStateException("on purpose");
            }
        };
        stallWith(frame("{reply}"));
        outbox.offer(script.replace("a", "p", "1"));
        outbox.offer(Frame.shared("{}".getBytes(), broken));
        wire.resume();

        await().untilAsserted(() -> assertThat(told).containsExactly(CloseReason.TOO_SLOW));
        assertThat(outbox.isDead()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"INLINE", "LATER"})
    void noPageSeesAHoleHoweverManyThreadsSendAndTheWayOfWritingChanges(Async async) throws InterruptedException {
        int producers = 4;
        int updates = 3_000;
        TestWire busy = new TestWire(async);
        BlockingGate gate = new BlockingGate(Duration.ofMillis(1), 32);
        Outbox shaken = outbox(busy, Integer.MAX_VALUE, gate);
        ScriptedBrowser fast = new ScriptedBrowser();
        // The lock of the log, in whose order the updates come.
        ReentrantLock log = new ReentrantLock();
        CountDownLatch done = new CountDownLatch(producers);
        busy.stall();
        for (int p = 0; p < producers; p++) {
            Random random = new Random(p);
            start(() -> {
                for (int i = 0; i < updates; i++) {
                    if (random.nextInt(100) == 0) {
                        gate.doubt();
                    }
                    String room = "r" + random.nextInt(2);
                    String target = "t" + random.nextInt(4);
                    boolean writer;
                    log.lock();
                    try {
                        Frame next = random.nextInt(20) == 0
                                ? script.append(room, target, "x")
                                : script.replace(room, target, "" + i);
                        fast.receive(List.of(next.text()));
                        writer = shaken.add(next);
                    } finally {
                        log.unlock();
                    }
                    if (i == updates / 2) {
                        busy.resume();
                    }
                    if (writer) {
                        shaken.flush();
                    }
                }
                done.countDown();
            });
        }
        done.await();
        log.lock();
        try {
            shaken.offer(frame("{end}"));
        } finally {
            log.unlock();
        }

        await().until(() -> busy.received().contains("{end}"));
        ScriptedBrowser slow = new ScriptedBrowser();
        slow.receive(busy.received());
        assertThat(slow.faults).isEmpty();
        assertThat(slow.page).isEqualTo(fast.page);
        assertThat(RoomScript.objects(busy.received())).hasSizeLessThan(producers * updates);
        assertThat(busy.hasOverlapped()).isFalse();
        assertThat(told).isEmpty();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }
}
