package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.liveview4j.protocol.Position;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LogFollowerTests {

    private static final String EPOCH = "epoch";

    private final EnvelopeSeal seal = new EnvelopeSeal(null);
    private final RedisState state = new RedisState();
    private final TestNode node = new TestNode(TestRedis.shared().details(), TestNode.settings("follower"), null);
    private final AtomicLong now = new AtomicLong();
    private final LogFollower follower = new LogFollower(
            node.log,
            TestNode::resync,
            state,
            seal,
            new PublisherNames(null, "follower"),
            new Freshness(Duration.ofSeconds(10), now::get));

    private static Position place(long seq) {
        return new Position(EPOCH, seq);
    }

    private void readOld(long seq) {
        long time = now.get() - Duration.ofHours(1).toMillis();
        follower.read(place(seq), seal.seal(new Envelope("p", seq, time, TestNode.broadcast("m" + seq))));
    }

    private void read(long seq) {
        follower.read(place(seq), seal.seal(new Envelope("p", seq, now.get(), TestNode.broadcast("m" + seq))));
    }

    @Test
    void pagesFetchThemselvesWhereSomethingWasNotBroughtToThem() {
        follower.restart(place(0));
        read(1);
        node.fault = frame -> frame.contains("m2");
        read(2);
        assertThat(node.frames).last().asString().contains("resync", EPOCH + ":2");
        read(3);

        assertThat(node.delivered).containsExactly("m1", "m3");
        assertThat(follower.at()).isEqualTo(place(3));
        assertThat(node.position()).isEqualTo(place(3));
        // Whoever was away meanwhile is not given what is left as if it were all.
        assertThat(node.isResyncedFrom(place(1))).isTrue();
        assertThat(node.isResyncedFrom(place(2))).isFalse();
    }

    @Test
    void pagesFetchThemselvesOnceAfterAllThatIsTooOld() {
        follower.restart(place(0));
        follower.caughtUp();
        read(1);
        long before = node.resyncs();
        for (int seq = 2; seq < 100; seq++) {
            readOld(seq);
        }
        assertThat(follower.at()).isEqualTo(place(99));
        assertThat(node.resyncs()).isEqualTo(before);
        read(100);
        assertThat(node.resyncs()).isEqualTo(before + 1);
        assertThat(node.delivered).containsExactly("m1", "m100");
        assertThat(state.refusals()).isEqualTo(98);
        assertThat(node.isResyncedFrom(place(98))).isTrue();

        readOld(101);
        follower.caughtUp();
        assertThat(node.resyncs()).isEqualTo(before + 2);
        assertThat(node.position()).isEqualTo(place(101));
    }

    @Test
    void whoCouldNotBeToldIsToldLater() {
        follower.restart(place(0));
        node.fault = frame -> true;
        assertThatThrownBy(() -> read(1)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(follower::mend).isInstanceOf(AssertionError.class);
        node.fault = frame -> false;
        long before = node.resyncs();
        read(2);

        assertThat(node.resyncs()).isGreaterThan(before);
        assertThat(node.delivered).containsExactly("m2");
        assertThat(node.position()).isEqualTo(place(2));
        long told = node.resyncs();
        follower.mend();
        assertThat(node.resyncs()).isEqualTo(told);
    }
}
