package io.github.liveview4j.session;

import static io.github.liveview4j.session.SessionFixture.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveViewSessionsTests {

    private final SessionFixture fixture = new SessionFixture(new SessionLimits(1_000, Duration.ofMillis(60)));
    private final List<TestWire> stalled = new ArrayList<>();

    @AfterEach
    void stop() {
        stalled.forEach(TestWire::resume);
        fixture.close();
    }

    @Test
    void giveUpABrowserThatIsStuckTooLong() {
        TestWire blocking = stalledWire();
        sendOnAThreadOfItsOwn(fixture.open("lobby", blocking));
        TestWire asynchronous = stalledWire();
        LiveViewSession slow = fixture.open("lobby", asynchronous);
        slow.foundStuck();
        slow.send(frame("a"));

        await().untilAsserted(() -> {
            assertThat(blocking.closes).containsExactly(CloseReason.TOO_SLOW);
            assertThat(asynchronous.closes).containsExactly(CloseReason.TOO_SLOW);
        });
        assertThat(fixture.registry.size()).isZero();
    }

    @Test
    void leaveTheOthersAlone() {
        LiveViewSession healthy = fixture.open("lobby", new TestWire());
        healthy.send(frame("a"));
        TestWire stuck = stalledWire();
        sendOnAThreadOfItsOwn(fixture.open("lobby", stuck));

        await().until(() -> !stuck.closes.isEmpty());
        assertThat(healthy.isOpen()).isTrue();
        assertThat(fixture.registry.all()).containsExactly(healthy);
    }

    @Test
    void canBeStoppedAndStartedAgain() {
        fixture.sessions.close();
        fixture.sessions.close();
        fixture.sessions.start();
        fixture.sessions.start();

        TestWire stuck = stalledWire();
        sendOnAThreadOfItsOwn(fixture.open("lobby", stuck));

        await().until(() -> !stuck.closes.isEmpty());
    }

    @Test
    void leaveNoTimerBehindWhenStopped() {
        await().until(() -> timers() > 0);

        fixture.close();

        await().until(() -> timers() == 0);
    }

    @Test
    void blockFewThreadsHoweverManyConnectionsDoNotClose() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger closing = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            LiveViewSession session = fixture.open("lobby", new TestWire() {
                @Override
                public void close(CloseReason reason) {
                    closing.incrementAndGet();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    closing.decrementAndGet();
                    closed.incrementAndGet();
                }
            });
            session.close(CloseReason.RESTART);
        }

        await().until(() -> closing.get() == SessionCloser.THREADS);
        assertThat(fixture.registry.size()).isZero();
        go.countDown();
        await().until(() -> closed.get() == 20);
    }

    @Test
    void outliveAConnectionThatFailsToClose() {
        for (int i = 0; i < 10; i++) {
            fixture.open("lobby", new TestWire() {
                        @Override
                        public void close(CloseReason reason) {
                            throw new IllegalStateException("already gone");
                        }
                    })
                    .close(CloseReason.NORMAL);
        }
        TestWire last = new TestWire();
        fixture.open("lobby", last).close(CloseReason.NORMAL);

        await().until(() -> !last.closes.isEmpty());
    }

    private TestWire stalledWire() {
        TestWire wire = new TestWire();
        wire.stall();
        stalled.add(wire);
        return wire;
    }

    private static void sendOnAThreadOfItsOwn(LiveViewSession session) {
        Thread thread = new Thread(() -> session.send(frame("a")));
        thread.setDaemon(true);
        thread.start();
    }

    private static long timers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("liveview-session-timer"))
                .count();
    }
}
