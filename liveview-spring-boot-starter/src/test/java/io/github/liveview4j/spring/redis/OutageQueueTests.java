package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.room.Broadcast;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutageQueueTests {

    private final OutageQueue queue = new OutageQueue(250, 1024 * 1024);

    private static Waiting waiting(int size, long since) {
        return new Waiting(new Broadcast("r", null, null, new byte[size]), since);
    }

    @Test
    void aCallTakesWhatWaitsInItsOrderUpToABound() {
        List<Waiting> all = IntStream.range(0, 250).mapToObj(i -> waiting(1, i)).toList();
        all.forEach(each -> assertThat(queue.offer(each)).isTrue());

        assertThat(queue.take()).isEqualTo(all.subList(0, 100));
        assertThat(queue.take()).isEqualTo(all.subList(100, 200));
        assertThat(queue.take()).isEqualTo(all.subList(200, 250));
    }

    @Test
    void aCallTakesALargeOneAlone() {
        queue.offer(waiting(300_000, 0));
        queue.offer(waiting(200_000, 0));
        queue.offer(waiting(100_000, 0));

        assertThat(queue.take()).hasSize(1);
        assertThat(queue.take()).hasSize(1);
        assertThat(queue.take()).hasSize(1);
    }

    @Test
    void numberAndBytesAreBounded() {
        for (int i = 0; i < 250; i++) {
            assertThat(queue.offer(waiting(1, 0))).isTrue();
        }
        assertThat(queue.offer(waiting(1, 0))).isFalse();
        queue.take();
        assertThat(queue.offer(waiting(1024 * 1024, 0))).isFalse();
        assertThat(queue.offer(waiting(900 * 1024, 0))).isTrue();
        assertThat(queue.offer(waiting(100 * 1024, 0))).isFalse();
    }

    @Test
    void thoseThatWaitTooLongAreTakenOut() {
        Waiting old = waiting(1, 100);
        Waiting young = waiting(1, 200);
        queue.offer(old);
        queue.offer(young);

        assertThat(queue.removeOlderThan(50, 160)).containsExactly(old);
        assertThat(queue.take()).containsExactly(young);
    }

    @Test
    void aClosedQueueGivesWhatItHasAndTakesNoMore() {
        queue.offer(waiting(1, 0));
        queue.close();

        assertThat(queue.offer(waiting(1, 0))).isFalse();
        assertThat(queue.take()).hasSize(1);
        assertThat(queue.take()).isEmpty();
    }
}
