package io.github.liveview4j.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeldPushesTests {

    private final AtomicLong all = new AtomicLong();
    private final HeldPushes held = new HeldPushes(all);

    private static List<byte[]> frame(int size) {
        return List.of(new byte[size]);
    }

    @Test
    void comeBackInTheirOrderAndOnce() {
        held.add(List.of("a".getBytes(StandardCharsets.UTF_8), "b".getBytes(StandardCharsets.UTF_8)));
        held.add(List.of("c".getBytes(StandardCharsets.UTF_8)));

        assertThat(held.take())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .containsExactly("a", "b", "c");
        assertThat(held.take()).isEmpty();
        assertThat(held.isComplete()).isTrue();
        assertThat(all).hasValue(0);
    }

    @Test
    void areGivenUpAsAWholePastTheLimitOfAPage() {
        held.add(frame(40_000));
        held.add(frame(40_000));
        held.add(frame(10));

        assertThat(held.take()).isEmpty();
        assertThat(all).hasValue(0);
        assertThat(held.isComplete()).isFalse();
        assertThat(held.isComplete()).as("also for the next one who asks").isFalse();
        held.madeGood();
        assertThat(held.isComplete()).isTrue();
    }

    @Test
    void areGivenUpPastTheLimitOfAllPages() {
        all.set(HeldPushes.MOST_BYTES_OF_ALL - 100);
        held.add(frame(20));
        held.add(frame(20));

        assertThat(held.isComplete()).isFalse();
        assertThat(all).hasValue(HeldPushes.MOST_BYTES_OF_ALL - 100);
    }

    @Test
    void ofAPageThatIsForgottenCountNoMore() {
        held.add(frame(1_000));
        assertThat(all.get()).isGreaterThan(1_000);

        held.end();
        assertThat(all).hasValue(0);

        held.add(frame(1_000));

        assertThat(all).hasValue(0);
        assertThat(held.take()).isEmpty();
    }
}
