package io.github.liveview4j.session;

import static io.github.liveview4j.session.SessionFixture.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTests {

    private static final int LIMIT = 100;

    private final TestWire wire = new TestWire();
    private final BlockingGate gate = new BlockingGate();
    private final List<CloseReason> told = new CopyOnWriteArrayList<>();
    private final List<Throwable> causes = new CopyOnWriteArrayList<>();
    private final Outbox outbox = outbox(wire, LIMIT, gate);

    @AfterEach
    void letBlockedThreadsGo() {
        wire.resume();
    }

    @Test
    void writesOnTheThreadThatOffers() {
        List<Thread> writers = new ArrayList<>();
        TestWire watched = new TestWire() {
            @Override
            protected void reading(String text) {
                writers.add(Thread.currentThread());
            }
        };

        outbox(watched, LIMIT, gate).offer(frame("a"));

        assertThat(writers).containsExactly(Thread.currentThread());
        assertThat(watched.blockingWrites()).isEqualTo(1);
        assertThat(watched.asyncWrites()).isZero();
    }

    @Test
    void leavesTheFrameToWhoeverIsWriting() {
        wire.stall();
        Thread writer = start(() -> outbox.offer(frame("1")));
        await().until(wire::holdsUpAThread);

        outbox.offer(frame("2"));
        outbox.offer(frame("3"));
        assertThat(wire.received()).isEmpty();
        wire.resume();

        await().until(() -> !writer.isAlive());
        assertThat(wire.received()).containsExactly("1", "2", "3");
        assertThat(wire.hasOverlapped()).isFalse();
    }

    @Test
    void givesUpABrowserForWhichMoreThanTheLimitWaits() {
        wire.stall();
        Thread writer = start(() -> outbox.offer(frame("x".repeat(60))));
        await().until(wire::holdsUpAThread);

        outbox.offer(frame("y".repeat(40)));
        assertThat(told).isEmpty();
        outbox.offer(frame("z"));
        outbox.offer(frame("z"));

        assertThat(told).containsExactly(CloseReason.TOO_SLOW);
        assertThat(causes).isEmpty();
        assertThat(outbox.isDead()).isTrue();
        wire.resume();
        await().until(() -> !writer.isAlive());
        assertThat(wire.received()).containsExactly("x".repeat(60));
    }

    @Test
    void countsOnlyWhatStillWaits() {
        for (int i = 0; i < 10; i++) {
            outbox.offer(frame("x".repeat(60)));
        }

        assertThat(told).isEmpty();
        assertThat(wire.count()).isEqualTo(10);
    }

    @Test
    void sendsAFrameLargerThanTheLimitWhenNothingElseWaits() {
        outbox.offer(frame("x".repeat(LIMIT + 1)));

        assertThat(wire.count()).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    @Test
    void endsWithAFailedWrite() {
        wire.breakWith(new IOException("Broken pipe"));
        outbox.offer(frame("a"));
        outbox.offer(frame("b"));

        assertThat(told).containsExactly(CloseReason.TOO_SLOW);
        assertThat(causes).singleElement().satisfies(cause -> assertThat(cause).hasMessage("Broken pipe"));
        assertThat(wire.blockingWrites()).isEqualTo(1);
    }

    @Test
    void endsWithAnErrorOfTheContainerAndSparesTheCaller() {
        wire.breakWith(new NoClassDefFoundError("gone"));
        outbox.offer(frame("a"));

        assertThat(outbox.isDead()).isTrue();
        assertThat(causes).hasSize(1);
    }

    @Test
    void writesNothingToAConnectionThatIsClosed() {
        wire.hangUp();

        outbox.offer(frame("a"));

        assertThat(wire.blockingWrites()).isZero();
        assertThat(outbox.isDead()).isTrue();
        assertThat(told).hasSize(1);
    }

    @Test
    void writesNothingOnceItIsShut() {
        wire.stall();
        Thread writer = start(() -> outbox.offer(frame("1")));
        await().until(wire::holdsUpAThread);
        outbox.offer(frame("2"));

        assertThat(outbox.shut()).isTrue();
        assertThat(outbox.shut()).isFalse();
        wire.resume();
        await().until(() -> !writer.isAlive());
        outbox.offer(frame("3"));

        assertThat(wire.received()).containsExactly("1");
        assertThat(told).isEmpty();
    }

    @Test
    void endsWhenOneWriteTakesTooLong() {
        outbox.endIfStuckFor(0);
        assertThat(outbox.isDead()).isFalse();

        wire.stall();
        start(() -> outbox.offer(frame("1")));
        await().until(wire::holdsUpAThread);
        outbox.endIfStuckFor(Duration.ofMinutes(1).toNanos());
        assertThat(outbox.isDead()).isFalse();
        outbox.endIfStuckFor(0);
        outbox.endIfStuckFor(0);

        assertThat(told).containsExactly(CloseReason.TOO_SLOW);
    }

    private Outbox outbox(Wire to, int limit, BlockingGate through) {
        return new Outbox(to, limit, through, new CorkWatcher(), (reason, cause) -> {
            told.add(reason);
            if (cause != null) {
                causes.add(cause);
            }
        });
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
