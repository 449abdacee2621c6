package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.Broadcast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several nodes on one Redis that works: one order for all, and nothing from anybody else. */
class RedisOrderTests {

    private static final byte[] KEY = RedisKeys.bytes("a secret of the tests, of 32 bytes or more");

    private final TestRedis redis = TestRedis.shared();
    private final String prefix = UUID.randomUUID().toString();
    private final List<TestNode> nodes = new ArrayList<>();

    private TestNode node() {
        return node(null, TestNode.settings(prefix));
    }

    private TestNode node(byte @Nullable [] key, RedisSettings settings) {
        TestNode node = new TestNode(redis.details(), settings, key);
        nodes.add(node);
        return node.started();
    }

    @AfterEach
    void stop() {
        nodes.forEach(TestNode::close);
    }

    @Test
    void allNodesSayTheSameInTheSameOrder() throws Exception {
        TestNode one = node();
        TestNode other = node();
        int count = 2000;
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompletableFuture<Outcome> last = one.say("one" + i);
            outcomes.add(last);
            outcomes.add(other.say("other" + i));
            if (i % 300 == 299) {
                last.get(5, TimeUnit.SECONDS);
                outcomes.get(outcomes.size() - 1).get(5, TimeUnit.SECONDS);
            }
        }
        for (CompletableFuture<Outcome> outcome : outcomes) {
            assertThat(outcome.get(5, TimeUnit.SECONDS)).isEqualTo(Outcome.SEQUENCED);
        }
        await().untilAsserted(() -> {
            assertThat(one.delivered).hasSize(2 * count);
            assertThat(other.delivered).isEqualTo(one.delivered);
        });
        assertThat(one.delivered.stream().filter(content -> content.startsWith("one")))
                .containsExactlyElementsOf(numbered("one", count));
        assertThat(one.position()).isEqualTo(other.position());
        assertThat(one.resyncs()).isOne();
    }

    private static List<String> numbered(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }

    @Test
    void aNodeThatComesLaterHasWhatWasSaid() throws Exception {
        TestNode one = node();
        for (int i = 0; i < 300; i++) {
            one.said("m" + i);
        }
        TestNode later = node();
        assertThat(later.delivered).isEqualTo(numbered("m", 300));
        assertThat(later.position()).isEqualTo(one.position());
    }

    @Test
    void aHoleIsReadFromTheStream() throws Exception {
        TestNode one = node();
        TestNode other = node(null, longAgo());
        one.said("a");
        for (int i = 0; i < 20; i++) {
            redis.command("CLIENT", "KILL", "TYPE", "pubsub");
            one.say("b" + i);
            one.said("c" + i);
        }
        await().untilAsserted(() -> {
            assertThat(one.delivered).hasSize(41);
            assertThat(other.delivered).isEqualTo(one.delivered);
        });
        assertThat(other.resyncs()).isOne();
    }

    /** A position check too seldom to help. */
    private RedisSettings longAgo() {
        RedisSettings usual = TestNode.settings(prefix);
        return new RedisSettings(
                prefix,
                usual.historyLength(),
                usual.historyBytes(),
                Duration.ofMinutes(1),
                usual.queueAge(),
                usual.queueLength(),
                usual.queueBytes());
    }

    @Test
    void historyIsBoundedByNumberAndBytes() throws Exception {
        RedisSettings few = new RedisSettings(
                prefix, 10, 2000, Duration.ofSeconds(1), Duration.ofSeconds(10), 1000, 4 * 1024 * 1024);
        TestNode node = node(null, few);
        for (int i = 0; i < 40; i++) {
            node.said("m" + i);
        }
        assertThat(redis.command("XLEN", key("log"))).isEqualTo("10");
        for (int i = 0; i < 10; i++) {
            node.said("x".repeat(500));
        }
        assertThat(Integer.parseInt(redis.command("XLEN", key("log")))).isBetween(1, 4);
        assertThat(Integer.parseInt(redis.command("HGET", key("head"), "bytes")))
                .isBetween(500, 2000);
        node.said("x".repeat(3000));
        assertThat(redis.command("XLEN", key("log"))).isEqualTo("1");
        assertThat(Integer.parseInt(redis.command("PTTL", key("log")))).isBetween(590_000, 600_000);
        assertThat(Integer.parseInt(redis.command("PTTL", key("head")))).isBetween(590_000, 600_000);
    }

    private String key(String name) {
        return "{" + prefix + "}:" + name;
    }

    @Test
    void whatIsNotThereAnyMoreIsSaid() throws Exception {
        TestNode node = node();
        node.said("a");
        // What a node misses while it is away for long.
        String both = "redis.call('XADD', KEYS[1], '100-0', 'e', 'x'); return redis.call('HSET', KEYS[2], 'seq', 100)";
        redis.command("EVAL", both, "2", key("log"), key("head"));
        await().untilAsserted(() -> assertThat(node.position().seq()).isEqualTo(100));
        assertThat(node.resyncs()).isEqualTo(2);
        assertThat(node.said("b")).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> assertThat(node.delivered).containsExactly("a", "b"));
    }

    /** As behind a firewall that drops the channel's connection without a word. */
    @Test
    void aChannelThatIsSilentWhileSomethingIsSaidIsOpenedAnew() throws Exception {
        TestNode node = node();
        node.said("a");
        String before = subscribers();
        for (int i = 2; i < 6; i++) {
            String silently = "redis.call('XADD', KEYS[1], ARGV[1] .. '-0', 'e', 'x');"
                    + " return redis.call('HSET', KEYS[2], 'seq', ARGV[1])";
            redis.command("EVAL", silently, "2", key("log"), key("head"), "" + i);
            int seq = i;
            await().untilAsserted(() -> assertThat(node.position().seq()).isEqualTo(seq));
        }
        await().untilAsserted(() -> assertThat(subscribers()).isNotEmpty().isNotEqualTo(before));
        assertThat(node.said("b")).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> assertThat(node.delivered).containsExactly("a", "b"));
        assertThat(node.resyncs()).isOne();
    }

    private String subscribers() {
        return redis.command("CLIENT", "LIST", "TYPE", "pubsub").replaceAll(" .*", "");
    }

    @Test
    void anotherContentInTheLastPlaceIsAnotherOrder() throws Exception {
        TestNode one = node();
        TestNode another = node();
        one.said("a");
        one.said("b");
        String epoch = one.position().epoch();
        String other = "redis.call('DEL', KEYS[1]); return redis.call('XADD', KEYS[1], '2-0', 'e', 'something else')";
        redis.command("EVAL", other, "1", key("log"));
        await().untilAsserted(() -> {
            assertThat(one.position().epoch()).isNotEqualTo(epoch);
            assertThat(another.position()).isEqualTo(one.position());
        });
        assertThat(one.said("c")).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> assertThat(another.delivered).containsExactly("a", "b", "c"));
    }

    @Test
    void aFlushedRedisBeginsAnotherOrderForAll() throws Exception {
        TestNode one = node();
        TestNode other = node();
        one.said("a");
        await().untilAsserted(() -> assertThat(other.delivered).hasSize(1));
        redis.command("DEL", key("head"), key("log"));
        assertThat(one.said("b")).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> {
            assertThat(one.delivered).containsExactly("a", "b");
            assertThat(other.delivered).containsExactly("a", "b");
            assertThat(one.resyncs()).isEqualTo(2);
            assertThat(other.position()).isEqualTo(one.position());
        });
    }

    @Test
    void whatIsForgedReplayedMovedOrCutIsIgnored() throws Exception {
        TestNode node = node(KEY, TestNode.settings(prefix));
        node.said("a");
        node.said("b");
        await().untilAsserted(() -> assertThat(node.delivered).hasSize(2));
        String epoch = node.position().epoch();
        EnvelopeSeal ours = new EnvelopeSeal(KEY);
        Envelope genuine = new Envelope("p", 5, System.currentTimeMillis(), TestNode.broadcast("genuine"));
        byte[] sealed = ours.seal(genuine);
        byte[] moved = sealed.clone();
        moved[1 + 32 + 1 + 8 + 8 + 4 + 1 + 4] = 'q';

        live(epoch + " 3 ", new EnvelopeSeal(null).seal(genuine));
        live(epoch + " 3 ", new EnvelopeSeal(RedisKeys.bytes("wrong")).seal(genuine));
        live(epoch + " 3 ", moved);
        live(epoch + " 3 ", Arrays.copyOf(sealed, sealed.length - 1));
        live("", new byte[] {1, 2, 3});
        assertThat(node.said("c")).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> assertThat(node.delivered).containsExactly("a", "b", "c"));
        assertThat(node.transport.report().refused()).isEqualTo(5);

        // Where the stream itself holds it, its place is passed over.
        inTheStream(4, moved);
        node.said("d");
        await().untilAsserted(() -> assertThat(node.delivered).containsExactly("a", "b", "c", "d"));
        assertThat(node.position().seq()).isEqualTo(5);

        // Genuine, and said a second time.
        live(epoch + " 6 ", sealed);
        await().untilAsserted(() -> assertThat(node.delivered).endsWith("genuine"));
        live(epoch + " 7 ", sealed);
        await().untilAsserted(
                        () -> assertThat(node.transport.report().refused()).isGreaterThanOrEqualTo(7));
        assertThat(node.delivered).containsOnlyOnce("genuine");
    }

    @Test
    void pagesFetchThemselvesWhereANodeCouldNotBringThemSomething() throws Exception {
        TestNode node = node();
        TestNode other = node();
        node.said("a");
        other.fault = frame -> frame.contains("broken");
        node.said("broken");
        node.said("b");
        await().untilAsserted(() -> {
            assertThat(node.delivered).containsExactly("a", "broken", "b");
            assertThat(other.delivered).containsExactly("a", "b");
        });
        assertThat(node.resyncs()).isOne();
        assertThat(other.resyncs()).isGreaterThan(1);
        assertThat(other.position()).isEqualTo(node.position());
    }

    /** Without a key anybody who may write to Redis may say anything, but nothing that breaks every page's frames. */
    @Test
    void whatIsNoJsonIsIgnoredWithoutAKey() throws Exception {
        TestNode node = node();
        node.said("a");
        await().untilAsserted(() -> assertThat(node.delivered).hasSize(1));
        Broadcast broken = new Broadcast(TestNode.ROOM, null, null, RedisKeys.bytes("[{\"html\":\"x\"}]}"));
        byte[] envelope = new EnvelopeSeal(null).seal(new Envelope("p", 1, System.currentTimeMillis(), broken));
        String epoch = node.position().epoch();
        await().until(() -> live(epoch + " 2 ", envelope).equals("1"));
        inTheStream(2, envelope);
        assertThat(node.said("b")).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> assertThat(node.delivered).containsExactly("a", "b"));
        assertThat(node.transport.report().refused()).isEqualTo(2);
        assertThat(node.resyncs()).isOne();
    }

    /** It knows nothing of what was said before it came. */
    @Test
    void whatWasSealedLongAgoIsNotSaidAgainToANodeThatJustCame() throws Exception {
        TestNode node = node(KEY, TestNode.settings(prefix));
        node.said("a");
        long longAgo = System.currentTimeMillis() - Duration.ofMinutes(12).toMillis();
        byte[] old = new EnvelopeSeal(KEY).seal(new Envelope("p", 5, longAgo, TestNode.broadcast("old")));
        String epoch = node.position().epoch();
        await().until(() -> live(epoch + " 2 ", old).equals("1"));
        assertThat(node.said("b")).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> assertThat(node.delivered).containsExactly("a", "b"));
        assertThat(node.transport.report().refused()).isOne();
        assertThat(node.resyncs()).isOne();

        // In the stream it may be one that was missed: this node cannot know.
        inTheStream(3, old);
        assertThat(node.said("c")).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> assertThat(node.delivered).containsExactly("a", "b", "c"));
        await().untilAsserted(() -> assertThat(node.resyncs()).isEqualTo(2));
        assertThat(node.transport.report().refused()).isEqualTo(2);
        assertThat(node.position()).isEqualTo(new Position(epoch, 4));

        // What is old when a node comes is nobody's fault.
        TestNode later = node(KEY, TestNode.settings(prefix));
        await().untilAsserted(() -> assertThat(later.delivered).containsExactly("a", "b", "c"));
        assertThat(later.transport.report().refused()).isZero();
        assertThat(later.position()).isEqualTo(node.position());
        assertThat(later.isResyncedFrom(new Position(epoch, 2))).isTrue();
        assertThat(later.isResyncedFrom(new Position(epoch, 3))).isFalse();
    }

    private void inTheStream(int seq, byte[] envelope) {
        String both = "redis.call('XADD', KEYS[1], ARGV[1] .. '-0', 'e', ARGV[2]);"
                + " return redis.call('HSET', KEYS[2], 'seq', ARGV[1])";
        redis.command(
                RedisKeys.bytes("EVAL"),
                RedisKeys.bytes(both),
                RedisKeys.bytes("2"),
                RedisKeys.bytes(key("log")),
                RedisKeys.bytes(key("head")),
                RedisKeys.bytes("" + seq),
                envelope);
    }

    /** Returns how many heard it. */
    private String live(String before, byte[] envelope) {
        byte[] start = RedisKeys.bytes(before);
        byte[] message = Arrays.copyOf(start, start.length + envelope.length);
        System.arraycopy(envelope, 0, message, start.length, envelope.length);
        return redis.command(RedisKeys.bytes("PUBLISH"), RedisKeys.bytes(key("live")), message);
    }

    @Test
    void aStoppedTransportCanBeStartedAgain() throws Exception {
        TestNode node = node();
        node.said("a");
        node.transport.stop();
        // Nobody knows whether it will be started again.
        assertThat(node.say("b")).isCompletedWithValue(Outcome.FAILED);
        assertThat(node.transport.report().trouble()).isEqualTo("Not started");
        assertThat(node.transport.report().waiting()).isZero();
        node.transport.start();
        assertThat(node.said("c")).isEqualTo(Outcome.SEQUENCED);
        assertThat(node.transport.report().trouble()).isNull();
        await().untilAsserted(() -> assertThat(node.delivered).endsWith("c").doesNotContain("b"));
    }
}
