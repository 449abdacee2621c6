package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.room.Broadcast;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvelopeTests {

    private static final byte[] KEY = RedisKeys.bytes("0123456789abcdef0123456789abcdef");
    private static final Envelope ENVELOPE =
            new Envelope("node-a", 7, new Broadcast("article:42", null, "list\n", RedisKeys.bytes("[]")));

    /** Written by hand, and sealed with another library. */
    private static final String SEALED = "20e61c61b7deaeb2608c385ae690dcf1d98ea2247604a418f431aa682e64bd196e"
            + "010000000000000007000000066e6f64652d610000000a61727469636c653a3432ffffffff000000056c6973740a000000025b5d";

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
        Envelope other =
                new Envelope("ü", Long.MAX_VALUE, new Broadcast("@ann", "page", null, new byte[] {0, -1, 127}));
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
    void aNumberThatIsNotGreaterCameBefore() {
        SeenPublishers seen = new SeenPublishers();
        assertThat(seen.isNew(ENVELOPE)).isTrue();
        seen.add(ENVELOPE);
        assertThat(seen.isNew(ENVELOPE)).isFalse();
        assertThat(seen.isNew(new Envelope("node-a", 8, ENVELOPE.broadcast()))).isTrue();
        assertThat(seen.isNew(new Envelope("node-b", 1, ENVELOPE.broadcast()))).isTrue();
        for (int i = 0; i < SeenPublishers.MOST; i++) {
            seen.add(new Envelope("n" + i, 1, ENVELOPE.broadcast()));
        }
        assertThat(seen.isNew(ENVELOPE)).isTrue();
    }
}
