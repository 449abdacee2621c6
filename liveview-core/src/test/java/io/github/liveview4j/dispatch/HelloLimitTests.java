package io.github.liveview4j.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HelloLimitTests {

    private final AtomicLong nanos = new AtomicLong(7);
    private final HelloLimit limit = new HelloLimit(nanos::get);

    private int allowedOf(int hellos) {
        int allowed = 0;
        for (int i = 0; i < hellos; i++) {
            allowed += limit.allows() ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void allowsABurstAndThenTwoASecond() {
        assertThat(allowedOf(10)).isEqualTo(10);
        assertThat(limit.allows()).isFalse();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(allowedOf(2)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void savesUpNoMoreThanABurst() {
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(allowedOf(100)).isEqualTo(10);
    }
}
