package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.Broadcast;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Somebody who may write to Redis, has read everything that was ever sealed, and has not got the key.
 *
 * <p>{@code -Dliveview.forgeries=1000000 -Dliveview.forgeries-over-redis=50000} is the long form, {@code -Dliveview.seed=7} plays one
 * again.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("long")
class RedisForgeryTests {

    private static final byte[] KEY = RedisKeys.bytes("0123456789abcdef0123456789abcdef");
    private static final byte[] OTHER_KEY = RedisKeys.bytes("another key that has 32 letters or more");
    private static final int IN_PROCESS = Integer.getInteger("liveview.forgeries", 50_000);
    private static final int OVER_REDIS = Integer.getInteger("liveview.forgeries-over-redis", 3_000);
    private static final String FORGED = "forged";

    private final long seed = Long.getLong("liveview.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String prefix = "forgery-" + UUID.randomUUID();
    private final TestRedis redis = TestRedis.shared();
    private final EnvelopeSeal ours = new EnvelopeSeal(KEY);
    private final EnvelopeSeal theirs = new EnvelopeSeal(OTHER_KEY);
    private final EnvelopeSeal none = new EnvelopeSeal(null);
    private final List<TestNode> nodes = new ArrayList<>();

    /** What was said and heard by all; then again and again by somebody else. */
    private final List<byte[]> recorded = new ArrayList<>();

    private long number = 1;

    @AfterEach
    void stop() {
        nodes.forEach(TestNode::close);
    }

    private TestNode node(byte @Nullable [] key) {
        TestNode node = new TestNode(redis.details(), TestNode.settings(prefix), key).started();
        nodes.add(node);
        return node;
    }

    private static Broadcast forged() {
        return TestNode.broadcast(FORGED);
    }

    /** Makes something that nobody with the key has said for this place; the kind goes round. */
    private byte[] forgery(int kind) {
        byte[] genuine = recorded.get(random.nextInt(recorded.size()));
        byte[] bytes = genuine.clone();
        switch (kind % 12) {
            case 0 -> bytes = none.seal(envelope("stranger", System.currentTimeMillis()));
            case 1 -> bytes = theirs.seal(envelope("stranger", System.currentTimeMillis()));
            case 2 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            case 3 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 4 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(64));
            case 5 -> {
                // Into another room, of the same length: the seal stays as it was.
                int at = indexOf(bytes, new byte[] {0, 0, 0, 1, 'r'});
                bytes[at + 4] = (byte) ('a' + random.nextInt(10));
            }
            case 6 -> {
                // The seal of one, the content of another.
                byte[] other = ours.seal(envelope("q", System.currentTimeMillis()));
                System.arraycopy(other, 0, bytes, 0, 33);
            }
            case 7 -> bytes = sealedFor("another-application");
            case 8 -> bytes = ours.seal(envelope("long-ago", System.currentTimeMillis() - 3_600_000));
            case 9 -> {
                bytes = new byte[random.nextInt(400)];
                random.nextBytes(bytes);
            }
            case 10 -> {
                // The length of the seal is 0 and the content what anybody can write.
                byte[] content =
                        envelope("stranger", System.currentTimeMillis()).encode();
                bytes = new byte[1 + content.length];
                System.arraycopy(content, 0, bytes, 1, content.length);
            }
            default -> {
                // A true one, once more.
            }
        }
        return bytes;
    }

    private Envelope envelope(String publisher, long time) {
        return new Envelope(publisher, number++, time, forged());
    }

    private byte[] sealedFor(String otherPrefix) {
        String publisher = new PublisherNames(KEY, otherPrefix).next();
        return ours.seal(new Envelope(publisher, 1, System.currentTimeMillis(), forged()));
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void nothingForgedIsReadByANode() {
        TestNode node = new TestNode(redis.details(), TestNode.settings(prefix), KEY);
        RedisState state = new RedisState();
        LogFollower follower = new LogFollower(
                node.log,
                TestNode::resync,
                state,
                ours,
                new PublisherNames(KEY, prefix),
                new Freshness(Duration.ofSeconds(10), System::currentTimeMillis));
        follower.restart(new Position("epoch", 0));
        String publisher = new PublisherNames(KEY, prefix).next();
        long seq = 0;
        for (int i = 1; i <= 200; i++) {
            byte[] said =
                    ours.seal(new Envelope(publisher, i, System.currentTimeMillis(), TestNode.broadcast("true" + i)));
            recorded.add(said);
            follower.read(new Position("epoch", ++seq), said);
        }
        follower.caughtUp();
        assertThat(node.delivered).hasSize(200);

        for (int i = 0; i < IN_PROCESS; i++) {
            byte[] bytes = forgery(i);
            if (random.nextBoolean()) {
                follower.read(new Position("epoch", ++seq), bytes);
            } else {
                LiveMessage message = LiveMessage.parse(message(random.nextInt(8), seq, bytes));
                if (message != null) {
                    assertThat(follower.open(message))
                            .as("forgery %d of seed %d", i, seed)
                            .isNull();
                }
            }
            if (node.frames.size() > 10_000) {
                node.frames.clear();
            }
        }

        assertThat(node.delivered).as("seed %d", seed).hasSize(200).doesNotContain(FORGED);
        assertThat(follower.publishers()).isLessThanOrEqualTo(SeenPublishers.MOST);
        assertThat(state.refusals()).isGreaterThan(IN_PROCESS / 2);
        System.out.printf(
                "%d forgeries in process, 0 delivered, %d ignored; -Dliveview.seed=%d%n",
                IN_PROCESS, state.refusals(), seed);
    }

    private byte[] message(int epoch, long seq, byte[] envelope) {
        String before = switch (epoch) {
            case 0 -> "another " + (seq + 1) + " ";
            case 1 -> "epoch " + (seq + random.nextInt(1_000)) + " ";
            case 2 -> "epoch -1 ";
            case 3 -> "epoch 99999999999999999999 ";
            default -> "epoch " + (seq + 1) + " ";
        };
        return joined(before, envelope);
    }

    private static byte[] joined(String before, byte[] envelope) {
        byte[] start = RedisKeys.bytes(before);
        byte[] message = Arrays.copyOf(start, start.length + envelope.length);
        System.arraycopy(envelope, 0, message, start.length, envelope.length);
        return message;
    }

    @Test
    void nothingForgedComesOverRedis(CapturedOutput output) throws Exception {
        TestNode node = node(KEY);
        for (int i = 0; i < 20; i++) {
            node.said("true" + i);
        }
        await().untilAsserted(() -> assertThat(node.delivered).hasSize(20));
        record();
        String epoch = node.position().epoch();
        try (RawRedis raw = new RawRedis(redis.host(), redis.port())) {
            for (int i = 0; i < OVER_REDIS; i++) {
                byte[] bytes = forgery(i);
                if (random.nextBoolean()) {
                    long next = node.position().seq() + 1;
                    raw.command(RedisKeys.bytes("PUBLISH"), key("live"), joined(epoch + " " + next + " ", bytes));
                } else {
                    inTheStream(raw, bytes);
                }
            }
        }

        node.said("the last");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(node.delivered).endsWith("the last"));
        assertThat(node.delivered).as("seed %d", seed).hasSize(21).doesNotContain(FORGED);
        assertThat(node.transport.report().refused()).isPositive();
        assertThat(output.getAll().lines().filter(line -> line.contains("Ignored what stands in Redis")))
                .hasSizeLessThanOrEqualTo(2);

        TestNode later = node(KEY);
        assertThat(later.delivered).as("seed %d", seed).doesNotContain(FORGED).doesNotHaveDuplicates();
        System.out.printf("%d forgeries over Redis, 0 delivered; -Dliveview.seed=%d%n", OVER_REDIS, seed);
    }

    /** Reads the stream as anybody can. */
    private void record() throws Exception {
        try (RawRedis raw = new RawRedis(redis.host(), redis.port())) {
            String all = raw.command(RedisKeys.bytes("XRANGE"), key("log"), RedisKeys.bytes("-"), RedisKeys.bytes("+"));
            for (String entry : all.split("\ne\n", -1)) {
                int end = entry.indexOf("}]\n");
                if (end > 0 && entry.charAt(0) == 32) {
                    recorded.add(entry.substring(0, end + 2).getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
        assertThat(recorded).hasSize(20).allMatch(bytes -> ours.open(bytes) != null);
    }

    private byte[] key(String name) {
        return RedisKeys.bytes("{" + prefix + "}:" + name);
    }

    private void inTheStream(RawRedis raw, byte[] envelope) throws Exception {
        String script = "local next = redis.call('HINCRBY', KEYS[2], 'seq', 1);"
                + " return redis.call('XADD', KEYS[1], next .. '-0', 'e', ARGV[1])";
        raw.command(
                RedisKeys.bytes("EVAL"),
                RedisKeys.bytes(script),
                RedisKeys.bytes("2"),
                key("log"),
                key("head"),
                envelope);
    }

    /** With nothing but what is in Redis, which somebody has emptied before, so that it knows of nothing that was said. */
    @Test
    void aNodeThatJustCameDoesNotSayAgainWhatIsOlderThanItself() throws Exception {
        TestNode first = node(KEY);
        first.said("now");
        String publisher = new PublisherNames(KEY, prefix).next();
        long before = System.currentTimeMillis() - Duration.ofMinutes(5).toMillis();
        byte[] old = ours.seal(new Envelope(publisher, 5, before, forged()));
        TestNode later = node(KEY);
        await().untilAsserted(() -> assertThat(later.delivered).containsExactly("now"));
        String epoch = later.position().epoch();

        try (RawRedis raw = new RawRedis(redis.host(), redis.port())) {
            raw.command(RedisKeys.bytes("PUBLISH"), key("live"), joined(epoch + " 2 ", old));
            inTheStream(raw, old);
            later.said("then");
        }

        await().untilAsserted(() -> assertThat(later.delivered).containsExactly("now", "then"));
        assertThat(later.transport.report().refused()).isPositive();
        // It may be one that was missed: nobody is left with less than all and without a word.
        await().untilAsserted(() -> assertThat(later.resyncs()).isEqualTo(2));
    }

    /** The version before names its runs without a seal, and takes any name. */
    @Test
    void aNodeOfTheVersionBeforeIsUnderstoodDuringADeploy() throws Exception {
        TestNode node = node(KEY);
        node.said("a");
        byte[] older = ours.seal(
                new Envelope("3ZK1m8f0Qp2VtX9a", 1, System.currentTimeMillis(), TestNode.broadcast("of the old one")));
        try (RawRedis raw = new RawRedis(redis.host(), redis.port())) {
            inTheStream(raw, older);
        }
        node.said("b");

        await().untilAsserted(() -> assertThat(node.delivered).containsExactly("a", "of the old one", "b"));
    }

    @Test
    void whatIsWrittenInThePlaceOfTheOrderIsHealedAndDoesNotFillTheLog(CapturedOutput output) throws Exception {
        TestNode node = node(KEY);
        int count = 0;
        for (String seq :
                new String[] {"abc", "1e300", "-5", "1.5", "nan", "18446744073709551615", "", "9007199254740993"}) {
            node.said("before " + count);
            try (RawRedis raw = new RawRedis(redis.host(), redis.port())) {
                raw.command(RedisKeys.bytes("HSET"), key("head"), RedisKeys.bytes("seq"), RedisKeys.bytes(seq));
            }
            node.said("after " + count);
            int now = ++count;
            await().untilAsserted(() -> assertThat(node.delivered).contains("after " + (now - 1)));
        }
        for (String epoch : new String[] {"", "a b", "x".repeat(40), "<script>"}) {
            try (RawRedis raw = new RawRedis(redis.host(), redis.port())) {
                raw.command(RedisKeys.bytes("HSET"), key("head"), RedisKeys.bytes("epoch"), RedisKeys.bytes(epoch));
            }
            String content = "epoch " + ++count;
            node.said(content);
            await().untilAsserted(() -> assertThat(node.delivered).contains(content));
        }
        try (RawRedis raw = new RawRedis(redis.host(), redis.port())) {
            raw.command(
                    RedisKeys.bytes("XADD"),
                    key("log"),
                    RedisKeys.bytes("18446744073709551615-0"),
                    RedisKeys.bytes("e"),
                    new byte[3]);
        }
        // Redis takes nothing behind that, and whoever publishes is told; until a check finds it.
        assertThat(node.said("nowhere")).isEqualTo(Outcome.FAILED);
        await().until(() -> node.said("at last") == Outcome.SEQUENCED);
        await().untilAsserted(
                        () -> assertThat(node.delivered).endsWith("at last").doesNotContain("nowhere"));

        assertThat(output.getAll().lines().filter(line -> line.contains("pages fetch themselves")))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(output).doesNotContain("What Redis says could not be read");
        assertThat(output.getAll().lines().filter(line -> line.contains("ERROR io.github.liveview4j")))
                .isEmpty();
    }
}
