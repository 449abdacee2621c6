package io.github.liveview4j.broadcast;

import static io.github.liveview4j.broadcast.FanOutFixture.laneThreads;
import static io.github.liveview4j.broadcast.FanOutFixture.number;
import static io.github.liveview4j.broadcast.FanOutFixture.numbers;
import static io.github.liveview4j.broadcast.FanOutFixture.objects;
import static io.github.liveview4j.broadcast.FanOutFixture.withheld;
import static io.github.liveview4j.broadcast.FanOutFixture.workersSince;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.SessionLimits;
import io.github.liveview4j.session.TestWire;
import io.github.liveview4j.session.TestWire.Async;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Browsers that stop reading, and what the others notice of it. */
class FanOutStallTests {

    private static final Duration WORST_WAIT = Duration.ofMillis(250);

    private final Set<Thread> before = laneThreads();
    private final SessionFixture fixture = new SessionFixture(new SessionLimits(64 * 1024, Duration.ofSeconds(10)));
    private final FanOutLane lane = new FanOutLane();

    @AfterEach
    void stop() {
        lane.close();
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 11", "30, 130"})
    void delayTheOthersByAQuarterOfASecondAtMost(int stalling, int all) throws InterruptedException {
        List<TestWire> wires = SessionFixture.wires(all);
        // Spread among the others, so that those behind each of them would notice.
        List<TestWire> stalled = wires.stream()
                .filter(wire -> wires.indexOf(wire) % (all / stalling) == 0)
                .limit(stalling)
                .toList();
        List<TestWire> healthy =
                wires.stream().filter(wire -> !stalled.contains(wire)).toList();
        fixture.openAll("lobby", wires);
        LiveViewSession[] audience = fixture.registry.inRoom("lobby");
        lane.deliver(audience, number(0));
        await().until(() -> wires.stream().allMatch(wire -> wire.count() == 1));

        stalled.forEach(TestWire::stall);
        Duration worst = Duration.ZERO;
        for (int i = 1; i < 20; i++) {
            worst = longer(worst, timeToReach(healthy, audience, i));
        }

        assertThat(worst).isLessThan(WORST_WAIT);
        assertThat(stalled)
                .hasSize(stalling)
                .allSatisfy(wire -> assertThat(wire.count()).isEqualTo(1));
        stalled.forEach(TestWire::resume);
        await().untilAsserted(() ->
                assertThat(wires).allSatisfy(wire -> assertThat(objects(wire)).isEqualTo(numbers(20))));
        await().untilAsserted(() -> assertThat(workersSince(before)).hasSize(1));
    }

    private Duration timeToReach(List<TestWire> wires, LiveViewSession[] audience, int n) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(wires.size());
        long start = System.nanoTime();
        lane.deliver(audience, number(n));
        wires.forEach(wire -> wire.whenReceived(n + 1, reached::countDown));
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @ParameterizedTest
    @EnumSource
    void getEverythingOnceAndInOrderWhenTheyReadAgain(Async async) {
        TestWire slow = new TestWire(async);
        TestWire other = new TestWire();
        fixture.openAll("lobby", List.of(slow, other));
        LiveViewSession[] audience = fixture.registry.inRoom("lobby");

        slow.stall();
        for (int i = 0; i < 200; i++) {
            lane.deliver(audience, number(i));
        }
        await().until(() -> objects(other).size() == 200);
        assertThat(slow.received()).isEmpty();
        slow.resume();
        for (int i = 200; i < 300; i++) {
            lane.deliver(audience, number(i));
        }

        await().until(() -> objects(slow).size() == 300 && objects(other).size() == 300);
        assertThat(objects(slow)).isEqualTo(numbers(300));
        assertThat(objects(other)).isEqualTo(numbers(300));
        assertThat(slow.hasOverlapped()).isFalse();
        assertThat(slow.blockingWrites()).isEqualTo(1);
    }

    @Test
    void getAllFramesOfABroadcastAlsoWhenTheyStallAtItsFirst() {
        TestWire v1 = new TestWire();
        fixture.open("lobby", null, v1);
        LiveViewSession[] audience = fixture.registry.inRoom("lobby");

        v1.stall();
        lane.deliver(audience, FanOutFixture.parcel("{}", "{\"n\":0}", "{\"n\":1}", "{\"n\":2}"));
        lane.deliver(audience, number(3));
        await().untilAsserted(() -> assertThat(workersSince(before)).hasSize(2));
        v1.resume();

        await().until(() -> v1.count() == 4);
        assertThat(v1.received()).isEqualTo(numbers(4));
    }

    @Test
    void holdUpAThreadOnlyUntilTheyReadAgain() {
        TestWire slow = new TestWire();
        TestWire other = new TestWire();
        fixture.openAll("lobby", List.of(slow, other));
        slow.stall();

        lane.deliver(fixture.registry.inRoom("lobby"), number(0));
        await().until(() -> other.count() == 1);
        assertThat(workersSince(before)).hasSize(2);
        slow.resume();

        await().untilAsserted(() -> assertThat(workersSince(before)).hasSize(1));
    }

    @Test
    void areWaitedForNeverAgain() {
        TestWire slow = new TestWire();
        fixture.open("lobby", slow);
        slow.stall();
        lane.deliver(fixture.registry.inRoom("lobby"), number(0));
        await().untilAsserted(() -> assertThat(workersSince(before)).hasSize(2));
        slow.resume();
        await().until(() -> slow.count() == 1);

        slow.stall();
        lane.deliver(fixture.registry.inRoom("lobby"), number(1));
        await().until(() -> slow.asyncWrites() == 1);

        assertThat(slow.holdsUpAThread()).isFalse();
        slow.resume();
        await().until(() -> slow.count() == 2);
    }

    @Test
    void areGivenUpWhenTooMuchWaitsForThem() {
        TestWire slow = new TestWire();
        TestWire other = new TestWire();
        fixture.openAll("lobby", List.of(slow, other));
        LiveViewSession[] audience = fixture.registry.inRoom("lobby");
        slow.stall();

        for (int i = 0; i < 10; i++) {
            lane.deliver(audience, FanOutFixture.parcel("{\"x\":\"" + "x".repeat(10_000) + "\"}"));
        }

        await().untilAsserted(() -> assertThat(slow.closes).containsExactly(CloseReason.TOO_SLOW));
        await().until(() -> objects(other).size() == 10);
        assertThat(fixture.registry.all()).hasSize(1);
        slow.resume();
        await().untilAsserted(() -> assertThat(workersSince(before)).hasSize(1));
        assertThat(slow.count()).isEqualTo(1);
    }

    @Test
    void areNoticedAlsoWhereTheContainerWaitsInNativeCode() {
        CountDownLatch go = new CountDownLatch(1);
        TestWire spinning = new TestWire() {
            @Override
            protected void reading(String text) {
                // Java calls a thread that waits in a system call runnable, as it does this one.
                while (go.getCount() > 0) {
                    Thread.onSpinWait();
                }
            }
        };
        TestWire other = new TestWire();
        fixture.openAll("lobby", List.of(spinning, other));

        lane.deliver(fixture.registry.inRoom("lobby"), number(0));

        await().until(() -> other.count() == 1);
        assertThat(spinning.count()).isZero();
        go.countDown();
        await().untilAsserted(() -> assertThat(workersSince(before)).hasSize(1));
    }

    @Test
    void leaveItToTheNextThreadToWithholdFromThePagesBehindThem() {
        TestWire slow = new TestWire();
        TestWire speaker = new TestWire();
        TestWire other = new TestWire();
        fixture.open("lobby", slow);
        fixture.open("lobby", speaker).page("p1");
        fixture.open("lobby", other);
        LiveViewSession[] audience = fixture.registry.inRoom("lobby");
        slow.stall();

        lane.deliver(audience, withheld("p1", "{\"n\":0}"));
        await().until(() -> other.count() == 1);
        assertThat(workersSince(before)).hasSize(2);
        assertThat(speaker.received()).containsExactly("{}");
        lane.deliver(audience, withheld("p1", "{\"n\":1}"));
        lane.deliver(audience, number(2));
        await().until(() -> objects(other).size() == 3);
        slow.resume();

        await().until(() -> objects(slow).size() == 3);
        assertThat(objects(slow)).isEqualTo(numbers(3));
        assertThat(objects(other)).isEqualTo(numbers(3));
        assertThat(objects(speaker)).containsExactly("{}", "{}", "{\"n\":2}");
        await().untilAsserted(() -> assertThat(workersSince(before)).hasSize(1));
    }

    @Test
    void mayBeThePageItselfThatABroadcastIsWithheldFrom() {
        TestWire speaker = new TestWire();
        TestWire other = new TestWire();
        fixture.open("lobby", speaker).page("p1");
        fixture.open("lobby", other);
        LiveViewSession[] audience = fixture.registry.inRoom("lobby");
        speaker.stall();

        lane.deliver(audience, withheld("p1", "{\"n\":0}"));
        lane.deliver(audience, number(1));
        lane.deliver(audience, withheld("p1", "{\"n\":2}"));
        await().until(() -> objects(other).size() == 3);
        assertThat(speaker.count()).isZero();
        speaker.resume();

        await().until(() -> objects(speaker).size() == 3);
        assertThat(objects(speaker)).containsExactly("{}", "{\"n\":1}", "{}");
        assertThat(speaker.hasOverlapped()).isFalse();
        await().untilAsserted(() -> assertThat(workersSince(before)).hasSize(1));
    }
}
