package io.github.liveview4j.session;

import static io.github.liveview4j.session.SessionFixture.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.session.TestWire.Async;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many threads offer to one outbox while its way of writing changes under them. */
class OutboxStressTests {

    private static final int PRODUCERS = 4;
    private static final int FRAMES = 2_000;

    @ParameterizedTest
    @EnumSource(names = {"INLINE", "LATER"})
    void losesDoublesAndReordersNothing(Async async) {
        TestWire wire = new TestWire(async);
        BlockingGate gate = new BlockingGate(Duration.ofMillis(1), 32);
        List<CloseReason> told = new CopyOnWriteArrayList<>();
        Outbox outbox =
                new Outbox(wire, Integer.MAX_VALUE, gate, new CorkWatcher(), (reason, cause) -> told.add(reason));

        for (int p = 0; p < PRODUCERS; p++) {
            int producer = p;
            Thread thread = new Thread(() -> {
                Random random = new Random(producer);
                for (int i = 0; i < FRAMES; i++) {
                    if (random.nextInt(50) == 0) {
                        gate.doubt();
                    }
                    outbox.offer(frame(producer + ":" + i));
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        await().until(() -> wire.count() == PRODUCERS * FRAMES);
        assertThat(told).isEmpty();
        assertThat(wire.hasOverlapped()).isFalse();
        assertThat(wire.blockingWrites()).isPositive();
        assertThat(wire.asyncWrites()).isPositive();
        for (int p = 0; p < PRODUCERS; p++) {
            String prefix = p + ":";
            assertThat(wire.received().stream().filter(text -> text.startsWith(prefix)))
                    .isEqualTo(
                            IntStream.range(0, FRAMES).mapToObj(i -> prefix + i).toList());
        }
    }
}
