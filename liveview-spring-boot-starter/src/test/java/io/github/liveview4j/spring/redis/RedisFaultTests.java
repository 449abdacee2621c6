package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What becomes of broadcasts when Redis dies, freezes, fills up, forgets or is cut off. Each test has a Redis of its own. */
@Tag("long")
class RedisFaultTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private TestRedis redis(String... options) {
        TestRedis redis = TestRedis.own(options);
        open.add(redis);
        return redis;
    }

    private TestNode node(TestRedis redis) {
        return node(redis, TestNode.settings("liveview"));
    }

    private TestNode node(TestRedis redis, RedisSettings settings) {
        TestNode node = new TestNode(redis.details(), settings, null);
        open.add(node);
        return node.started();
    }

    private static List<Outcome> outcomes(List<CompletableFuture<Outcome>> futures) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (CompletableFuture<Outcome> each : futures) {
            outcomes.add(each.get(30, TimeUnit.SECONDS));
        }
        return outcomes;
    }

    /** No more than a second after it was asked. */
    private static String trouble(TestNode node) {
        long asked = System.nanoTime();
        String trouble = node.transport.report().trouble();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(1000));
        return String.valueOf(trouble);
    }

    @Test
    void aSubscriberThatIsCutOffTwoHundredTimesMissesNothing() throws Exception {
        TestRedis redis = redis("--save", "");
        TestNode one = node(redis);
        TestNode other = node(redis);
        int cuts = 200;
        int burst = 10;
        for (int i = 0; i < cuts; i++) {
            for (int j = 1; j < burst; j++) {
                one.say(i + "-" + j);
            }
            redis.command("CLIENT", "KILL", "TYPE", "pubsub");
            // The last one of the burst falls into the gap: nothing that comes after it shows the hole.
            assertThat(one.said(i + "-last")).isEqualTo(Outcome.SEQUENCED);
            int count = (i + 1) * burst;
            await().pollInterval(Duration.ofMillis(2)).atMost(PATIENCE).untilAsserted(() -> {
                assertThat(one.delivered).hasSize(count);
                assertThat(other.delivered).hasSize(count);
            });
        }
        assertThat(other.delivered).isEqualTo(one.delivered).doesNotHaveDuplicates();
        assertThat(one.resyncs()).isOne();
        assertThat(other.resyncs()).isOne();
    }

    @Test
    void aRedisThatKeepsEverythingLosesAndDoublesNothingWhenItCrashes() throws Exception {
        TestRedis redis = redis("--save", "", "--appendonly", "yes", "--appendfsync", "always");
        TestNode one = node(redis);
        TestNode other = node(redis);
        List<CompletableFuture<Outcome>> futures = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            futures.add(one.say("m" + i));
            if (i % 100 == 50) {
                Thread crash = new Thread(() -> {
                    redis.kill();
                    redis.start();
                });
                crash.start();
                for (int j = 0; j < 20; j++) {
                    futures.add(one.say("during" + i + "-" + j));
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                crash.join();
            }
        }
        assertThat(outcomes(futures)).containsOnly(Outcome.SEQUENCED);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(one.delivered).hasSize(futures.size());
            assertThat(other.delivered).hasSize(futures.size());
        });
        assertThat(other.delivered).isEqualTo(one.delivered).doesNotHaveDuplicates();
        assertThat(one.resyncs()).isOne();
    }

    @Test
    void aRedisThatForgetsBeginsAnotherOrderOnce() throws Exception {
        TestRedis redis = redis("--save", "");
        TestNode one = node(redis);
        TestNode other = node(redis);
        one.said("a");
        await().untilAsserted(() -> {
            assertThat(one.delivered).hasSize(1);
            assertThat(other.delivered).hasSize(1);
        });
        String epoch = one.position().epoch();
        redis.kill();
        CompletableFuture<Outcome> meanwhile = one.say("b");
        TimeUnit.MILLISECONDS.sleep(300);
        redis.start();
        long back = System.nanoTime();
        await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> {
            assertThat(one.resyncs()).isEqualTo(2);
            assertThat(other.resyncs()).isEqualTo(2);
        });
        System.out.println("Another order after " + Duration.ofNanos(System.nanoTime() - back));
        // Sent never or under the order that is gone.
        assertThat(meanwhile.get(20, TimeUnit.SECONDS)).isIn(Outcome.SEQUENCED, Outcome.UNKNOWN);
        one.said("c");
        await().untilAsserted(() -> {
            assertThat(other.delivered).startsWith("a").endsWith("c").doesNotHaveDuplicates();
            assertThat(one.delivered).isEqualTo(other.delivered);
            assertThat(one.position()).isEqualTo(other.position());
        });
        assertThat(one.position().epoch()).isNotEqualTo(epoch);
        assertThat(one.resyncs()).isEqualTo(2);
    }

    @Test
    void aRedisThatForgetsItsEndIsNoticed() throws Exception {
        TestRedis redis = redis("--save", "");
        TestNode one = node(redis);
        TestNode other = node(redis);
        one.said("a");
        redis.command("SAVE");
        for (int i = 0; i < 5; i++) {
            one.said("lost" + i);
        }
        await().untilAsserted(() -> assertThat(other.delivered).hasSize(6));
        redis.kill();
        redis.start();
        // Another node's, which would take the places of those that are lost.
        await().atMost(PATIENCE).ignoreExceptions().until(() -> other.said("b") == Outcome.SEQUENCED);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(one.delivered).endsWith("b");
            assertThat(one.resyncs()).isEqualTo(2);
            assertThat(other.resyncs()).isEqualTo(2);
            assertThat(one.position()).isEqualTo(other.position());
        });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsSaidToAFrozenRedisArrivesOnce() throws Exception {
        TestRedis redis = redis("--save", "");
        TestNode one = node(redis);
        TestNode other = node(redis);
        one.said("before");
        assertThat(trouble(one)).isEqualTo("null");
        redis.freeze();
        List<CompletableFuture<Outcome>> futures = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            futures.add(one.say("m" + i));
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(trouble(one)).contains("does not answer");
        assertThat(trouble(other)).contains("does not answer");
        TimeUnit.MILLISECONDS.sleep(2500);
        assertThat(one.transport.report().waiting()).isPositive();
        redis.thaw();
        assertThat(outcomes(futures)).containsOnly(Outcome.SEQUENCED);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(other.delivered).hasSize(51));
        assertThat(other.delivered).isEqualTo(one.delivered).doesNotHaveDuplicates();
        assertThat(one.resyncs()).isOne();
        assertThat(trouble(one)).isEqualTo("null");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsGivenUpIsNamedTruly() throws Exception {
        TestRedis redis = redis("--save", "");
        RedisSettings impatient = TestNode.settings("liveview", Duration.ofMillis(800), 50, 4 * 1024 * 1024);
        TestNode one = node(redis, impatient);
        TestNode other = node(redis);
        one.said("before");
        redis.freeze();
        CompletableFuture<Outcome> sent = one.say("sent");
        TimeUnit.MILLISECONDS.sleep(100);
        List<CompletableFuture<Outcome>> waiting =
                IntStream.range(0, 60).mapToObj(i -> one.say("w" + i)).toList();
        assertThat(sent.get(5, TimeUnit.SECONDS)).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcomes(waiting)).contains(Outcome.FAILED).doesNotContain(Outcome.SEQUENCED);
        assertThat(outcomes(waiting.subList(50, 60))).containsOnly(Outcome.FAILED);
        redis.thaw();
        await().atMost(PATIENCE).until(() -> one.said("after") == Outcome.SEQUENCED);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(other.delivered).contains("after"));
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).join() == Outcome.FAILED) {
                assertThat(other.delivered).doesNotContain("w" + i);
            }
        }
    }

    @Test
    void aRedisThatIsNotThereAtTheStartIsFoundLater() throws Exception {
        TestRedis redis = redis("--save", "");
        redis.kill();
        long started = System.nanoTime();
        TestNode node = node(redis);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
        assertThat(trouble(node)).contains("Redis cannot be reached");
        CompletableFuture<Outcome> early = node.say("early");
        TimeUnit.MILLISECONDS.sleep(500);
        assertThat(early).isNotDone();
        redis.start();
        assertThat(early.get(5, TimeUnit.SECONDS)).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> assertThat(node.delivered).containsExactly("early"));
        await().untilAsserted(() -> assertThat(trouble(node)).isEqualTo("null"));
    }

    @Test
    void nothingWaitsForARedisThatIsGone() throws Exception {
        TestRedis redis = redis("--save", "");
        TestNode node = node(redis, TestNode.settings("liveview", Duration.ofMillis(700), 1000, 4 * 1024 * 1024));
        node.said("a");
        redis.kill();
        assertThat(trouble(node)).isNotEqualTo("null");
        TimeUnit.MILLISECONDS.sleep(200);
        List<CompletableFuture<Outcome>> futures =
                IntStream.range(0, 2000).mapToObj(i -> node.say("m" + i)).toList();
        assertThat(futures.get(1999)).isCompletedWithValue(Outcome.FAILED);
        assertThat(outcomes(futures)).containsOnly(Outcome.FAILED);
        node.say("b");
        long stopped = System.nanoTime();
        node.transport.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(5));
    }

    /** What docs/redis.md gives to an operator. */
    @Test
    void aUserMayDoWhatTheDocumentationSays() throws Exception {
        TestRedis redis = redis("--save", "");
        String rights = Files.readString(Path.of("../docs/redis.md"))
                .lines()
                .filter(line -> line.startsWith("ACL SETUSER liveview "))
                .findFirst()
                .orElseThrow();
        redis.command(rights.split(" "));
        TestNode one = new TestNode(redis.details("liveview", "SECRET"), TestNode.settings("liveview"), null);
        open.add(one);
        one.started();
        await().untilAsserted(() -> assertThat(trouble(one)).isEqualTo("null"));
        assertThat(one.said("a")).isEqualTo(Outcome.SEQUENCED);
        redis.command("CLIENT", "KILL", "TYPE", "pubsub");
        assertThat(one.said("b")).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> assertThat(one.delivered).containsExactly("a", "b"));
    }

    @Test
    void aChannelThatTakesNothingDelaysAndLosesNothing() throws Exception {
        TestRedis redis = redis("--save", "");
        redis.command("ACL", "SETUSER", "mute", "on", ">SECRET", "~*", "+@all", "resetchannels");
        RedisSettings usual = TestNode.settings("liveview");
        RedisSettings seldom = new RedisSettings(
                "liveview",
                usual.historyLength(),
                usual.historyBytes(),
                Duration.ofMinutes(1),
                usual.queueAge(),
                usual.queueLength(),
                usual.queueBytes());
        TestNode mute = new TestNode(redis.details("mute", "SECRET"), seldom, null);
        open.add(mute);
        mute.started();
        TestNode other = node(redis);
        String epoch = other.position().epoch();
        for (int i = 0; i < 300; i++) {
            mute.say("m" + i);
        }
        assertThat(mute.said("last")).isEqualTo(Outcome.SEQUENCED);
        // Its own check is a minute away: it looks by itself.
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(mute.delivered).hasSize(301).endsWith("last").doesNotHaveDuplicates();
            assertThat(other.delivered).isEqualTo(mute.delivered);
        });
        assertThat(mute.resyncs()).isOne();
        assertThat(other.resyncs()).isOne();
        assertThat(other.position().epoch()).isEqualTo(epoch);
        assertThat(trouble(mute)).startsWith("The channel takes no broadcasts: ");
        assertThat(trouble(other)).isEqualTo("null");

        redis.command("ACL", "SETUSER", "mute", "allchannels");
        assertThat(mute.said("heard")).isEqualTo(Outcome.SEQUENCED);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(trouble(mute)).isEqualTo("null"));
    }

    /** Rights for what is needed only when the log has its length were not missed before. */
    @Test
    void anErrorAfterABroadcastHasItsPlaceLosesNoHistory() throws Exception {
        TestRedis redis = redis("--save", "");
        redis.command("ACL", "SETUSER", "untidy", "on", ">SECRET", "~*", "&*", "+@all", "-xtrim");
        RedisSettings few = new RedisSettings(
                "liveview", 2, 1000, Duration.ofMillis(200), Duration.ofSeconds(10), 1000, 4 * 1024 * 1024);
        TestNode untidy = new TestNode(redis.details("untidy", "SECRET"), few, null);
        open.add(untidy);
        untidy.started();
        TestNode other = node(redis);
        assertThat(untidy.said("a")).isEqualTo(Outcome.SEQUENCED);
        assertThat(untidy.said("b")).isEqualTo(Outcome.SEQUENCED);
        assertThat(untidy.said("c")).isEqualTo(Outcome.UNKNOWN);
        assertThat(untidy.said("d")).isEqualTo(Outcome.UNKNOWN);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(untidy.delivered).containsExactly("a", "b", "c", "d");
            assertThat(other.delivered).containsExactly("a", "b", "c", "d");
        });
        assertThat(other.resyncs()).isOne();
    }

    @Test
    void aRightThatIsMissingIsSaidUntilABroadcastGoesThrough() throws Exception {
        TestRedis redis = redis("--save", "");
        redis.command("ACL", "SETUSER", "reader", "on", ">SECRET", "~*", "&*", "+@all", "-xadd");
        TestNode node = new TestNode(redis.details("reader", "SECRET"), TestNode.settings("liveview"), null);
        open.add(node);
        node.started();
        await().untilAsserted(() -> assertThat(trouble(node)).isEqualTo("null"));
        assertThat(node.said("a")).isEqualTo(Outcome.FAILED);
        // Each of them is a check, in which reading works.
        for (int i = 0; i < 20; i++) {
            assertThat(trouble(node)).isNotEqualTo("null");
        }
        redis.command("ACL", "SETUSER", "reader", "+xadd");
        assertThat(node.said("b")).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> assertThat(trouble(node)).isEqualTo("null"));
        await().untilAsserted(() -> assertThat(node.delivered).containsExactly("b"));
        assertThat(node.resyncs()).isOne();
    }

    @Test
    void aFullRedisIsSaid() throws Exception {
        TestRedis redis = redis("--save", "");
        TestNode node = node(redis);
        node.said("a");
        redis.command("CONFIG", "SET", "maxmemory", "1");
        long asked = System.nanoTime();
        assertThat(node.said("b")).isEqualTo(Outcome.FAILED);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
        assertThat(trouble(node)).startsWith("OOM");
        redis.command("CONFIG", "SET", "maxmemory", "0");
        await().untilAsserted(() -> assertThat(trouble(node)).isEqualTo("null"));
        assertThat(node.said("c")).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> assertThat(node.delivered).containsExactly("a", "c"));
        assertThat(node.resyncs()).isOne();
    }

    @Test
    void aRedisThatMayOnlyBeReadIsSaidAndWaitedFor() throws Exception {
        TestRedis redis = redis("--save", "");
        TestNode node = node(redis, TestNode.settings("liveview", Duration.ofSeconds(2), 1000, 4 * 1024 * 1024));
        node.said("a");
        redis.command("REPLICAOF", "127.0.0.1", "1");
        CompletableFuture<Outcome> failing = node.say("b");
        assertThat(trouble(node)).startsWith("READONLY");
        assertThat(failing.get(5, TimeUnit.SECONDS)).isEqualTo(Outcome.FAILED);
        CompletableFuture<Outcome> waiting = node.say("c");
        TimeUnit.MILLISECONDS.sleep(300);
        redis.command("REPLICAOF", "NO", "ONE");
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo(Outcome.SEQUENCED);
        await().untilAsserted(() -> assertThat(node.delivered).containsExactly("a", "c"));
        await().untilAsserted(() -> assertThat(trouble(node)).isEqualTo("null"));
    }
}
