package io.github.liveview4j.spring.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Names the runs of nodes, so that it can be told for which prefix each publishes.
 *
 * <p>Two applications may have the same key, as a copy of one for tests has. What one has sealed would then hold in the other, and
 * whoever may write to both places could carry it over. So a name is a random text and, with a key, a point and a seal of that text and
 * the prefix. A node of an older version names itself without; a version that knows nothing of the point takes any name. With names
 * alone being different, the two understand each other during a deploy.
 *
 * <p>For one thread.
 */
final class PublisherNames {

    private static final int RANDOM_BYTES = 12;
    private static final int SEAL_BYTES = 12;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final @Nullable Mac mac;
    private final String prefix;
    private String known = "";

    /**
     * Makes the names of a prefix.
     *
     * @param key the application's secret, or {@code null} for none
     */
    PublisherNames(byte @Nullable [] key, String prefix) {
        this.mac = key == null ? null : EnvelopeSeal.mac(key, "liveview.redis.publisher");
        this.prefix = prefix;
    }

    /** A start of a node is a publisher of its own: it knows nothing of the numbers of the one before. */
    String next() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        String random = TEXT.encodeToString(bytes);
        return mac == null ? random : random + "." + seal(mac, random);
    }

    /** Returns whether a name, which a sealed envelope has, is one of this prefix or of an older version. */
    boolean isOurs(String name) {
        int point = name.indexOf('.');
        if (mac == null || point < 0 || name.equals(known)) {
            return true;
        }
        boolean holds = MessageDigest.isEqual(
                seal(mac, name.substring(0, point)).getBytes(StandardCharsets.UTF_8),
                name.substring(point + 1).getBytes(StandardCharsets.UTF_8));
        if (holds) {
            known = name;
        }
        return holds;
    }

    private String seal(Mac mac, String random) {
        byte[] seal = mac.doFinal(RedisKeys.bytes(prefix + " " + random));
        return TEXT.encodeToString(Arrays.copyOf(seal, SEAL_BYTES));
    }
}
