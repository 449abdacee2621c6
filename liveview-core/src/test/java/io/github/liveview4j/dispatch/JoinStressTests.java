package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.session.LiveViewSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** An application joins and leaves rooms while the page comes back: neither undoes the other. */
class JoinStressTests {

    private static final int ROUNDS = 2000;

    private final AtomicReference<LiveViewConsumer> kept = new AtomicReference<>();
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());
    private final CyclicBarrier together = new CyclicBarrier(2);

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void keep(LiveViewConsumer consumer) {
            kept.set(consumer);
        }
    }

    private void meet() {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRoomIsJoinedOrLeftWhateverHelloComesAtTheSameTime() throws InterruptedException {
        Browser first = fixture.page().calls(1, "keep");
        LiveViewConsumer consumer = kept.get();
        Thread application = new Thread(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                meet();
                if (i % 2 == 0) {
                    consumer.join("a");
                } else {
                    consumer.leave("a");
                }
                meet();
            }
        });
        application.start();
        List<Integer> undone = new ArrayList<>();
        Browser current = first;
        for (int i = 0; i < ROUNDS; i++) {
            Browser next = i % 3 == 0 ? current : fixture.socket();
            meet();
            next.says(HELLO);
            meet();
            if (next != current) {
                current.hangsUp();
            }
            current = next;
            LiveViewSession[] expected = i % 2 == 0 ? new LiveViewSession[] {current.session} : new LiveViewSession[0];
            if (!List.of(expected).equals(List.of(fixture.registry.inRoom("a")))) {
                undone.add(i);
            }
        }
        application.join();

        assertThat(undone).isEmpty();
    }
}
