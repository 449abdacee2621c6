package io.github.liveview4j.spring.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The secret that the words of this server are signed with. For any thread. */
final class SigningKey {

    static final int SHORTEST = 32;

    private SigningKey() {}

    /** Returns the bytes of a secret, or random ones where there is none: then they hold on this node until it stops. */
    static byte[] of(@Nullable String secret) {
        if (secret != null) {
            return secret.getBytes(StandardCharsets.UTF_8);
        }
        byte[] made = new byte[SHORTEST];
        new SecureRandom().nextBytes(made);
        return made;
    }
}
