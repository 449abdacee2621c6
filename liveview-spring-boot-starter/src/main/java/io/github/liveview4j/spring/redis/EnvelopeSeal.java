package io.github.liveview4j.spring.redis;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Closes envelopes with an HMAC-SHA256 before them, and opens only those of somebody who has the same key.
 *
 * <p>Without a key, envelopes have an empty seal and every seal is accepted: then whoever may write to Redis may say
 * anything to every page.
 *
 * <p>For one thread: each that seals or opens has its own.
 */
final class EnvelopeSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private final @Nullable Mac mac;

    /**
     * Makes a seal.
     *
     * @param key the application's secret, or {@code null} for none
     */
    EnvelopeSeal(byte @Nullable [] key) {
        // A key of its own: what is signed here can never be taken for what is signed elsewhere with the same secret.
        this.mac = key == null ? null : mac(key, "liveview.redis");
    }

    /** Returns whether what is opened was sealed by somebody who knows the key. */
    boolean hasKey() {
        return mac != null;
    }

    byte[] seal(Envelope envelope) {
        byte[] content = envelope.encode();
        byte[] seal = mac == null ? new byte[0] : mac.doFinal(content);
        return ByteBuffer.allocate(1 + seal.length + content.length)
                .put((byte) seal.length)
                .put(seal)
                .put(content)
                .array();
    }

    /** Returns what is in bytes of any kind, or {@code null} if they are no envelope or not sealed with the key. */
    @Nullable
    Envelope open(byte[] bytes) {
        if (bytes.length == 0 || (bytes[0] != 0 && bytes[0] != LENGTH) || bytes.length <= 1 + bytes[0]) {
            return null;
        }
        int start = 1 + bytes[0];
        if (mac != null) {
            mac.update(bytes, start, bytes.length - start);
            if (!MessageDigest.isEqual(mac.doFinal(), Arrays.copyOfRange(bytes, 1, start))) {
                return null;
            }
        }
        return Envelope.decode(ByteBuffer.wrap(bytes, start, bytes.length - start));
    }

    /** Makes a key of its own for each purpose out of the application's secret. */
    static Mac mac(byte[] key, String purpose) {
        return mac(mac(key).doFinal(RedisKeys.bytes(purpose)));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
