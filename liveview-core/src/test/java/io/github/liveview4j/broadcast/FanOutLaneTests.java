package io.github.liveview4j.broadcast;

import static io.github.liveview4j.broadcast.FanOutFixture.laneThreads;
import static io.github.liveview4j.broadcast.FanOutFixture.meanwhile;
import static io.github.liveview4j.broadcast.FanOutFixture.number;
import static io.github.liveview4j.broadcast.FanOutFixture.numbers;
import static io.github.liveview4j.broadcast.FanOutFixture.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.TestWire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FanOutLaneTests {

    private final Set<Thread> before = laneThreads();
    private final SessionFixture fixture = new SessionFixture();
    private final FanOutLane lane = new FanOutLane();

    @AfterEach
    void stop() {
        lane.close();
        fixture.close();
    }

    /** Without blocking: a worker that waited here would be taken for stuck and replaced. */
    private static void untilItWaits(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void bringsABroadcastToEverybody() {
        List<TestWire> wires = SessionFixture.wires(3);
        fixture.openAll("lobby", wires);

        lane.deliver(fixture.registry.inRoom("lobby"), number(0));

        await().untilAsserted(() ->
                assertThat(wires).allSatisfy(wire -> assertThat(wire.received()).containsExactly("{\"n\":0}")));
    }

    @Test
    void hasNoThreadUntilItIsNeededAndNoneAfterItsEnd() {
        fixture.open("lobby", new TestWire());
        lane.deliver(fixture.registry.inRoom("nobody"), number(0));
        assertThat(before).containsAll(laneThreads());

        lane.deliver(fixture.registry.inRoom("lobby"), number(0));
        assertThat(laneThreads())
                .filteredOn(thread -> !before.contains(thread))
                .hasSize(2)
                .allMatch(Thread::isDaemon);
        lane.close();

        await().untilAsserted(() -> assertThat(before).containsAll(laneThreads()));
    }

    @Test
    void deliversWhatWaitsWhenItIsClosed() {
        TestWire wire = meanwhile(() -> {
            lane.deliver(fixture.registry.inRoom("lobby"), number(1));
            lane.close();
            lane.deliver(fixture.registry.inRoom("lobby"), number(2));
        });
        fixture.open("lobby", wire);

        lane.deliver(fixture.registry.inRoom("lobby"), number(0));

        await().untilAsserted(() -> assertThat(before).containsAll(laneThreads()));
        assertThat(objects(wire)).isEqualTo(numbers(2));
    }

    @Test
    void isNotHurtByASessionThatFails() {
        List<TestWire> wires = SessionFixture.wires(5);
        wires.get(1).breakWith(new IOException("Broken pipe"));
        wires.get(2).breakWith(new IllegalStateException("wrong state"));
        wires.get(3).breakWith(new StackOverflowError());
        fixture.openAll("lobby", wires);
        LiveViewSession[] audience = fixture.registry.inRoom("lobby");

        lane.deliver(audience, number(0));
        lane.deliver(audience, number(1));

        await().untilAsserted(() -> assertThat(List.of(wires.get(0), wires.get(4)))
                .allSatisfy(wire -> assertThat(objects(wire)).isEqualTo(numbers(2))));
        assertThat(fixture.registry.size()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(wires.subList(1, 4))
                .allSatisfy(wire -> assertThat(wire.closes).hasSize(1)));
    }

    @Test
    void letsProducersWaitForItselfWhenItsQueueIsFull() {
        AtomicBoolean waits = new AtomicBoolean();
        try (FanOutLane narrow = new FanOutLane(1_000)) {
            List<Thread> producers = new ArrayList<>();
            TestWire wire = meanwhile(() -> {
                LiveViewSession[] audience = fixture.registry.inRoom("lobby");
                // The lane's own thread fills the queue past its bound without waiting, or this would never end.
                for (int i = 1; i < 100; i++) {
                    narrow.awaitSpace();
                    narrow.deliver(audience, number(i));
                }
                Thread producer = new Thread(() -> {
                    narrow.awaitSpace();
                    narrow.deliver(audience, number(100));
                });
                producers.add(producer);
                producer.start();
                untilItWaits(producer);
                waits.set(true);
            });
            fixture.open("lobby", wire);

            narrow.deliver(fixture.registry.inRoom("lobby"), number(0));

            await().until(() -> objects(wire).size() == 101);
            assertThat(waits).isTrue();
            assertThat(objects(wire)).isEqualTo(numbers(101));
            await().until(() -> !producers.get(0).isAlive());
        }
    }

    @Test
    void letsWaitingProducersGoWhenItIsClosed() {
        FanOutLane narrow = new FanOutLane(1);
        fixture.open("lobby", new TestWire());
        LiveViewSession[] audience = fixture.registry.inRoom("lobby");
        AtomicBoolean gone = new AtomicBoolean();
        TestWire closing = meanwhile(() -> {
            narrow.deliver(audience, number(1));
            Thread producer = new Thread(() -> {
                narrow.awaitSpace();
                narrow.deliver(audience, number(2));
                gone.set(true);
            });
            producer.start();
            untilItWaits(producer);
            narrow.close();
            await().untilTrue(gone);
        });
        fixture.open("other", closing);

        narrow.deliver(fixture.registry.inRoom("other"), number(0));

        await().until(() -> closing.count() == 1);
        assertThat(gone).isTrue();
    }

    @Test
    void startsAWorkerOnceAlsoWhenLaneAndWatcherDoSoTogether() throws Exception {
        FanOutLane closed = new FanOutLane();
        closed.close();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 2_000; i++) {
                FanOutWorker worker = new FanOutWorker(closed);
                CyclicBarrier together = new CyclicBarrier(2);
                Callable<Void> start = () -> {
                    together.await();
                    worker.start();
                    return null;
                };
                for (Future<Void> started : two.invokeAll(List.of(start, start))) {
                    started.get();
                }
            }
        } finally {
            two.shutdown();
        }
    }

    @Test
    void burnsNoProcessorWhileItIsIdle() {
        TestWire wire = new TestWire();
        fixture.open("lobby", wire);
        lane.deliver(fixture.registry.inRoom("lobby"), number(0));

        await().untilAsserted(() -> assertThat(laneThreads())
                .filteredOn(thread -> !before.contains(thread))
                .hasSize(2)
                .allMatch(thread -> thread.getState() == Thread.State.WAITING));

        lane.deliver(fixture.registry.inRoom("lobby"), number(1));
        await().until(() -> wire.count() == 2);
    }
}
