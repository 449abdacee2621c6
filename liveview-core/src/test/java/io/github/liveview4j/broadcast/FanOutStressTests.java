package io.github.liveview4j.broadcast;

import static io.github.liveview4j.broadcast.FanOutFixture.laneThreads;
import static io.github.liveview4j.broadcast.FanOutFixture.objects;
import static io.github.liveview4j.broadcast.FanOutFixture.parcel;
import static io.github.liveview4j.broadcast.FanOutFixture.workersSince;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.SessionLimits;
import io.github.liveview4j.session.TestWire;
import io.github.liveview4j.session.TestWire.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several producers, browsers that stall and recover as a seed says, and two rooms with audiences in common. */
class FanOutStressTests {

    private static final int SESSIONS = 12;
    private static final int PRODUCERS = 4;
    private static final int BROADCASTS = 400;

    /** Stalls for up to 60 ms now and then: on both sides of what the watcher takes for stuck. */
    private static final class Moody extends TestWire {

        private final Random random;

        Moody(long seed) {
            super(seed % 2 == 0 ? Async.LATER : Async.INLINE);
            this.random = new Random(seed);
        }

        @Override
        protected void reading(String text) {
            if (random.nextInt(60) == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(60)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void losesDoublesAndReordersNothing(long seed) {
        Set<Thread> before = laneThreads();
        List<TestWire> wires = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            wires.add(i % 2 == 0 ? new Moody(seed * 100 + i) : new TestWire());
        }
        SessionLimits patient = new SessionLimits(16 * 1024 * 1024, Duration.ofSeconds(60));
        try (SessionFixture fixture = new SessionFixture(patient);
                FanOutLane lane = new FanOutLane(20_000)) {
            fixture.openAll("a", wires.subList(0, SESSIONS / 2));
            fixture.openAll("b", wires.subList(SESSIONS / 2, SESSIONS));
            LiveViewSession[] a = fixture.registry.inRoom("a");
            LiveViewSession[] all = fixture.registry.all();
            IntStream.range(0, PRODUCERS).forEach(producer -> produce(producer, seed, lane, a, all));

            int toAll = PRODUCERS * BROADCASTS / 2;
            for (int i = 0; i < SESSIONS; i++) {
                TestWire wire = wires.get(i);
                int expected = i < SESSIONS / 2 ? 2 * toAll : toAll;
                await().atMost(Duration.ofSeconds(60)).until(() -> objects(wire).size() >= expected);
            }

            List<String> order = objects(wires.get(0));
            assertThat(order).doesNotHaveDuplicates().hasSize(2 * toAll);
            List<String> orderForAll =
                    order.stream().filter(json -> json.contains("all")).toList();
            for (int i = 0; i < SESSIONS; i++) {
                assertThat(objects(wires.get(i))).isEqualTo(i < SESSIONS / 2 ? order : orderForAll);
                assertThat(wires.get(i).hasOverlapped()).isFalse();
            }
            IntStream.range(0, PRODUCERS)
                    .forEach(producer -> assertThat(order)
                            .filteredOn(json -> json.contains("\"p\":" + producer + ","))
                            .isEqualTo(IntStream.range(0, BROADCASTS)
                                    .mapToObj(n -> json(producer, n))
                                    .toList()));
            await().untilAsserted(() -> assertThat(workersSince(before)).hasSize(1));
        }
        await().untilAsserted(() -> assertThat(before).containsAll(laneThreads()));
    }

    private static void produce(int producer, long seed, FanOutLane lane, LiveViewSession[] a, LiveViewSession[] all) {
        Random random = new Random(seed + producer);
        Thread thread = new Thread(() -> {
            for (int n = 0; n < BROADCASTS; n++) {
                lane.deliver(n % 2 == 0 ? all : a, parcel(json(producer, n)));
                if (random.nextInt(20) == 0) {
                    Thread.yield();
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static String json(int producer, int n) {
        return "{\"p\":" + producer + ",\"n\":" + n + ",\"to\":\"" + (n % 2 == 0 ? "all" : "a") + "\"}";
    }
}
