package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreshnessTests {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;

    private final AtomicLong now = new AtomicLong(100 * MINUTE);
    private final Freshness freshness = new Freshness(Duration.ofSeconds(10), now::get);

    private static Envelope at(long time) {
        return new Envelope("p", 1, time, TestNode.broadcast("x"));
    }

    private boolean isOver(long age) {
        return freshness.isOver(at(now.get() - age));
    }

    @Test
    void beforeANodeHasCaughtUpEverythingHoldsThatRedisMayKeep() {
        assertThat(isOver(12 * MINUTE + 10 * SECOND)).isFalse();
        assertThat(isOver(12 * MINUTE + 11 * SECOND)).isTrue();
    }

    @Test
    void whatIsOlderThanTheNodeIsNotSaidAfterwards() {
        freshness.caughtUp();

        assertThat(isOver(2 * MINUTE + 10 * SECOND)).isFalse();
        assertThat(isOver(2 * MINUTE + 11 * SECOND)).isTrue();
        now.addAndGet(5 * MINUTE);
        assertThat(isOver(7 * MINUTE + 10 * SECOND)).isFalse();
        assertThat(isOver(7 * MINUTE + 11 * SECOND)).isTrue();
    }

    @Test
    void whatIsMuchOlderThanWhatStandsBeforeItIsNotSaid() {
        freshness.said(at(now.get() - 5 * MINUTE));

        assertThat(isOver(7 * MINUTE + 10 * SECOND)).isFalse();
        assertThat(isOver(7 * MINUTE + 11 * SECOND)).isTrue();
    }

    /** Else one node with a wrong clock would silence all others. */
    @Test
    void aClockThatIsAheadMakesNothingOld() {
        freshness.said(at(now.get() + 60 * MINUTE));
        assertThat(isOver(2 * MINUTE)).isFalse();

        freshness.caughtUp();
        now.addAndGet(30 * MINUTE);
        freshness.said(at(now.get() + 60 * MINUTE));
        assertThat(isOver(2 * MINUTE)).isFalse();
    }

    @Test
    void tenThousandOldPublishersDoNotPushOutThoseOfNow() {
        SeenPublishers seen = new SeenPublishers(freshness);
        Envelope present = new Envelope("now", 7, now.get(), TestNode.broadcast("x"));
        seen.add(present);
        for (int i = 0; i < 100_000; i++) {
            seen.add(new Envelope("old" + i, 1, now.get() - 60 * MINUTE, TestNode.broadcast("x")));
        }

        assertThat(seen.isNew(present)).isFalse();
        assertThat(seen.size()).isLessThanOrEqualTo(SeenPublishers.MOST);
    }

    @Test
    void publishersOfNowTakeNoMoreMemoryEither() {
        SeenPublishers seen = new SeenPublishers(freshness);
        for (int i = 0; i < 20_000; i++) {
            seen.add(new Envelope("new" + i, 1, now.get(), TestNode.broadcast("x")));
        }
        assertThat(seen.size()).isEqualTo(SeenPublishers.MOST);
    }
}
