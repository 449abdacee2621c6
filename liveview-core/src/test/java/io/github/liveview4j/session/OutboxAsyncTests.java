package io.github.liveview4j.session;

import static io.github.liveview4j.session.SessionFixture.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.session.TestWire.Async;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an outbox does when it must not block: because its browser was found slow, or because the gate is closed. */
class OutboxAsyncTests {

    private static final int LIMIT = 100;

    private final TestWire wire = new TestWire();
    private final BlockingGate gate = new BlockingGate();
    private final List<CloseReason> told = new CopyOnWriteArrayList<>();
    private final List<Throwable> causes = new CopyOnWriteArrayList<>();

    @AfterEach
    void letBlockedThreadsGo() {
        wire.resume();
    }

    @ParameterizedTest
    @EnumSource
    void endsWithAFailedAsyncWrite(Async async) {
        TestWire broken = new TestWire(async);
        broken.breakWith(new IOException("Broken pipe"));
        Outbox outbox = outbox(broken, LIMIT, gate);
        outbox.slow();

        outbox.offer(frame("a"));
        await().until(outbox::isDead);
        outbox.offer(frame("b"));

        await().untilAsserted(() -> assertThat(causes).hasSize(1));
        assertThat(broken.asyncWrites()).isEqualTo(1);
    }

    @Test
    void endsWhenTheWireRefusesToBegin() {
        TestWire refusing = new TestWire() {
            @Override
            public void sendAsync(Frame frame, Completion completion) {
                throw new IllegalStateException("The remote endpoint was in state [TEXT_FULL_WRITING]");
            }
        };
        Outbox outbox = outbox(refusing, LIMIT, gate);
        outbox.slow();

        outbox.offer(frame("a"));

        assertThat(told).containsExactly(CloseReason.TOO_SLOW);
    }

    @ParameterizedTest
    @EnumSource
    void neverBlocksOnAWireThatNeedNot(Async async) {
        TestWire free = new TestWire(async) {
            @Override
            public boolean prefersBlocking() {
                return false;
            }
        };
        Outbox outbox = outbox(free, LIMIT, gate);

        outbox.offer(frame("a"));
        outbox.offer(frame("b"));

        await().untilAsserted(() -> assertThat(free.received()).containsExactly("a", "b"));
        assertThat(free.blockingWrites()).isZero();
        assertThat(free.asyncWrites()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheOrderWhenItTurnsAsynchronous(Async async) {
        TestWire slow = new TestWire(async);
        Outbox outbox = outbox(slow, LIMIT, gate);
        slow.stall();
        start(() -> outbox.offer(frame("0")));
        await().until(slow::holdsUpAThread);

        outbox.slow();
        IntStream.range(1, 50).forEach(i -> outbox.offer(frame("" + i)));
        slow.resume();
        await().until(() -> slow.count() == 50);
        IntStream.range(50, 60).forEach(i -> outbox.offer(frame("" + i)));

        await().until(() -> slow.count() == 60);
        assertThat(slow.received()).isEqualTo(numbers(60));
        assertThat(slow.hasOverlapped()).isFalse();
        assertThat(slow.blockingWrites()).isEqualTo(1);
        assertThat(slow.asyncWrites()).isEqualTo(59);
    }

    @ParameterizedTest
    @EnumSource
    void goesThroughALongQueueWithoutRecursion(Async async) {
        int count = async == Async.OVERTAKING ? 200 : 50_000;
        TestWire slow = new TestWire(async);
        Outbox outbox = outbox(slow, Integer.MAX_VALUE, gate);
        outbox.slow();
        slow.stall();
        IntStream.range(0, count).forEach(i -> outbox.offer(frame("" + i)));

        slow.resume();

        await().until(() -> slow.count() == count);
        assertThat(slow.received()).isEqualTo(numbers(count));
        assertThat(told).isEmpty();
    }

    @Test
    void doesNotBlockTheThreadThatBringsACompletion() {
        BlockingGate brief = new BlockingGate(Duration.ofMillis(1), 1);
        Outbox outbox = outbox(wire, LIMIT, brief);
        wire.stall();
        brief.doubt();
        outbox.offer(frame("1"));
        outbox.offer(frame("2"));
        await().until(brief::enter);
        brief.leave();

        wire.resume();

        await().until(() -> wire.count() == 2);
        assertThat(wire.asyncWrites()).isEqualTo(2);
    }

    @Test
    void ignoresASecondReportOfTheSameWrite() {
        List<Wire.Completion> reports = new ArrayList<>();
        TestWire repeating = new TestWire() {
            @Override
            public void sendAsync(Frame frame, Completion completion) {
                reports.add(completion);
            }
        };
        Outbox outbox = outbox(repeating, LIMIT, gate);
        outbox.slow();
        List.of("1", "2", "3").forEach(text -> outbox.offer(frame(text)));

        reports.get(0).sent();
        reports.get(0).sent();
        reports.get(0).failed(new IOException("late"));

        assertThat(reports).hasSize(2);
        assertThat(outbox.isDead()).isFalse();
    }

    @Test
    void blocksNobodyWhileThereIsDoubtAndBlocksAgainAfterwards() {
        BlockingGate brief = new BlockingGate(Duration.ofMillis(50), 1);
        Outbox outbox = outbox(wire, LIMIT, brief);
        outbox.offer(frame("a"));
        assertThat(wire.blockingWrites()).isEqualTo(1);

        brief.doubt();
        outbox.offer(frame("b"));
        assertThat(wire.asyncWrites()).isPositive();

        await().until(() -> {
            outbox.offer(frame("c"));
            return wire.blockingWrites() > 1;
        });
    }

    @Test
    void holdsUpNoMoreThreadsThanTheGateAllows() {
        BlockingGate narrow = new BlockingGate(Duration.ofSeconds(1), 1);
        wire.stall();
        start(() -> outbox(wire, LIMIT, narrow).offer(frame("a")));
        await().until(wire::holdsUpAThread);

        TestWire other = new TestWire();
        outbox(other, LIMIT, narrow).offer(frame("b"));
        assertThat(other.asyncWrites()).isEqualTo(1);

        wire.resume();
        await().until(() -> !wire.holdsUpAThread());
        await().until(() -> {
            outbox(other, LIMIT, narrow).offer(frame("c"));
            return other.blockingWrites() > 0;
        });
    }

    private Outbox outbox(Wire to, int limit, BlockingGate through) {
        return new Outbox(to, limit, through, new CorkWatcher(), (reason, cause) -> {
            told.add(reason);
            if (cause != null) {
                causes.add(cause);
            }
        });
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
