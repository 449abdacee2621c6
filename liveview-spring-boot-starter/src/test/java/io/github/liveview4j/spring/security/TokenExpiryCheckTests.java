package io.github.liveview4j.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewHandshake;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;

/** A page that connected with a token which ends by itself. */
class TokenExpiryCheckTests {

    private static boolean holds(@Nullable Principal user) {
        return new TokenExpiryCheck().holds(LiveViewHandshake.of(user));
    }

    private static Principal withTokenUntil(@Nullable Instant end) {
        Instant begin = end == null ? Instant.now() : end.minusSeconds(3600);
        return new TestingAuthenticationToken("ana", new OAuth2AccessToken(TokenType.BEARER, "secret", begin, end));
    }

    @Test
    void mayActUntilTheTokenEnds() {
        assertThat(holds(withTokenUntil(Instant.now().plusSeconds(60)))).isTrue();
        assertThat(holds(withTokenUntil(Instant.now()))).isFalse();
        assertThat(holds(withTokenUntil(Instant.now().minusSeconds(60)))).isFalse();
    }

    @Test
    void mayActWhereNothingEnds() {
        assertThat(holds(withTokenUntil(null))).isTrue();
        assertThat(holds(new TestingAuthenticationToken("ana", "password"))).isTrue();
        assertThat(holds(() -> "ana")).isTrue();
        assertThat(holds(null)).isTrue();
    }
}
