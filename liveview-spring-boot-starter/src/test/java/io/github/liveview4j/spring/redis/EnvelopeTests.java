package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.room.Broadcast;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EnvelopeTests {

    private static final byte[] KEY = RedisKeys.bytes("0123456789abcdef0123456789abcdef");
    private static final long TIME = 1_700_000_000_000L;
    private static final Envelope ENVELOPE =
            new Envelope("node-a", 7, TIME, new Broadcast("article:42", null, "list\n", RedisKeys.bytes("[]")));

    /** Written by hand, and sealed with another library. */
    private static final String SEALED = "202e06a6f10f9b9aa6ce4328d47f023476333c3bc1ecf32dd033aa2eb446fd8365"
            + "0200000000000000070000018bcfe56800000000066e6f64652d610000000a61727469636c653a3432ffffffff000000056c"
            + "6973740a000000025b5d";

    private final EnvelopeSeal seal = new EnvelopeSeal(KEY);
    private final EnvelopeSeal none = new EnvelopeSeal(null);

    @Test
    void whatIsSealedHasTheFormThatOtherVersionsKnow() {
        assertThat(HexFormat.of().formatHex(seal.seal(ENVELOPE))).isEqualTo(SEALED);
    }

    @Test
    void whatIsSealedCanBeOpened() {
        assertSame(seal.open(seal.seal(ENVELOPE)), ENVELOPE);
        assertSame(none.open(none.seal(ENVELOPE)), ENVELOPE);
        Envelope other = new Envelope(
                "ü", Long.MAX_VALUE, Long.MIN_VALUE, new Broadcast("@ann", "page", null, new byte[] {0, -1, 127}));
        assertSame(seal.open(seal.seal(other)), other);
    }

    private static void assertSame(Envelope one, Envelope other) {
        assertThat(one).isNotNull();
        assertThat(one.encode()).isEqualTo(other.encode());
        assertThat(one.broadcast().except()).isEqualTo(other.broadcast().except());
        assertThat(one.broadcast().replaces()).isEqualTo(other.broadcast().replaces());
    }

    @Test
    void anotherKeyOrNoneIsNotAccepted() {
        assertThat(seal.open(none.seal(ENVELOPE))).isNull();
        assertThat(seal.open(new EnvelopeSeal(RedisKeys.bytes("another key")).seal(ENVELOPE)))
                .isNull();
        assertSame(none.open(seal.seal(ENVELOPE)), ENVELOPE);
    }

    @Test
    void everyBitIsSealed() {
        byte[] sealed = seal.seal(ENVELOPE);
        for (int i = 0; i < 8 * sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i / 8] ^= (byte) (1 << (i % 8));
            assertThat(seal.open(changed)).as("bit %d", i).isNull();
        }
        assertSame(seal.open(sealed), ENVELOPE);
    }

    @Test
    void whatIsCutOffOrHasSomethingBehindIsNone() {
        byte[] sealed = none.seal(ENVELOPE);
        for (int length = 0; length < sealed.length; length++) {
            assertThat(none.open(Arrays.copyOf(sealed, length)))
                    .as("%d bytes", length)
                    .isNull();
        }
        assertThat(none.open(Arrays.copyOf(sealed, sealed.length + 1))).isNull();
    }

    @Test
    void noBytesDoHarm() {
        Random random = new Random(4);
        byte[] sealed = none.seal(ENVELOPE);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = sealed.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            none.open(bytes);
            LiveMessage.parse(bytes);
        }
    }

    @Test
    void aMessageOfTheChannelIsReadOrNot() {
        LiveMessage message = LiveMessage.parse(RedisKeys.bytes("epoch-_1 42 a b"));
        assertThat(message).isNotNull();
        assertThat(message.position()).hasToString("epoch-_1:42");
        assertThat(message.envelope()).isEqualTo(RedisKeys.bytes("a b"));
        for (String other :
                new String[] {"", " ", "a", "a ", "a 1", "a -1 x", "a b x", "a 1234567890123456789 x", "é 1 x"}) {
            assertThat(LiveMessage.parse(RedisKeys.bytes(other))).as(other).isNull();
        }
        assertThat(LiveMessage.parse(RedisKeys.bytes("x".repeat(33) + " 1 x"))).isNull();
    }

    @Test
    void whatWasSealedLongAgoIsNotSaidAnyMore() {
        AtomicLong now = new AtomicLong();
        Freshness freshness = new Freshness(Duration.ofSeconds(10), now::get);
        long longest = Duration.ofMinutes(12).plusSeconds(10).toMillis();
        now.set(TIME + longest);
        assertThat(freshness.isOver(ENVELOPE)).isFalse();
        now.set(TIME + longest + 1);
        assertThat(freshness.isOver(ENVELOPE)).isTrue();
        // Another node's clock may be ahead.
        now.set(TIME - longest);
        assertThat(freshness.isOver(ENVELOPE)).isFalse();
        for (long time : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(freshness.isOver(new Envelope("p", 1, time, ENVELOPE.broadcast())))
                    .isEqualTo(time < 0);
        }
    }

    @Test
    void aNumberThatIsNotGreaterCameBefore() {
        SeenPublishers seen = new SeenPublishers(new Freshness(Duration.ofSeconds(10), () -> TIME));
        assertThat(seen.isNew(ENVELOPE)).isTrue();
        seen.add(ENVELOPE);
        assertThat(seen.isNew(ENVELOPE)).isFalse();
        assertThat(seen.isNew(new Envelope("node-a", 8, TIME, ENVELOPE.broadcast())))
                .isTrue();
        assertThat(seen.isNew(new Envelope("node-b", 1, TIME, ENVELOPE.broadcast())))
                .isTrue();
        for (int i = 0; i < SeenPublishers.MOST; i++) {
            seen.add(new Envelope("n" + i, 1, TIME, ENVELOPE.broadcast()));
        }
        assertThat(seen.isNew(ENVELOPE)).isTrue();
    }
}
