package io.github.liveview4j.spring.security;

import io.github.liveview4j.AccessCheck;
import io.github.liveview4j.LiveViewHandshake;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AbstractOAuth2Token;

/**
 * Holds until the token that a user has shown at the handshake expires, such as a JWT: no server ends it.
 *
 * <p>For any thread.
 */
public final class TokenExpiryCheck implements AccessCheck {

    /** Creates it. */
    public TokenExpiryCheck() {}

    @Override
    public boolean holds(LiveViewHandshake handshake) {
        if (handshake.user().orElse(null) instanceof Authentication authentication
                && authentication.getCredentials() instanceof AbstractOAuth2Token token) {
            Instant end = token.getExpiresAt();
            return end == null || Instant.now().isBefore(end);
        }
        return true;
    }
}
