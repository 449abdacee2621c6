package io.github.liveview4j.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** What is kept of a user and of a CSRF token. */
class SecurityHandshakeAttributesTests {

    private final Map<String, Object> attributes = new HashMap<>();

    @Test
    void theTokenIsKeptByValueUnderBothOfItsNames() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        boolean[] over = {false};
        CsrfToken deferred = new CsrfToken() {
            @Override
            public String getHeaderName() {
                return "X-CSRF-TOKEN";
            }

            @Override
            public String getParameterName() {
                return "_csrf";
            }

            @Override
            public String getToken() {
                if (over[0]) {
                    throw new IllegalStateException("The request is over");
                }
                return "value";
            }
        };
        request.setAttribute(CsrfToken.class.getName(), deferred);

        new SecurityHandshakeAttributes().collect(request, attributes);
        over[0] = true;

        assertThat(attributes).containsOnlyKeys(CsrfToken.class.getName(), "_csrf");
        assertThat(attributes.get("_csrf"))
                .isInstanceOf(DefaultCsrfToken.class)
                .isSameAs(attributes.get(CsrfToken.class.getName()));
        CsrfToken kept = (CsrfToken) attributes.get("_csrf");
        assertThat(kept.getToken()).isEqualTo("value");
        assertThat(kept.getHeaderName()).isEqualTo("X-CSRF-TOKEN");
        assertThat(kept.getParameterName()).isEqualTo("_csrf");
    }

    @Test
    void theAuthenticationIsKept() {
        Authentication alice = new TestingAuthenticationToken("alice", "");
        SecurityContextHolder.getContext().setAuthentication(alice);
        try {
            new SecurityHandshakeAttributes().collect(new MockHttpServletRequest(), attributes);
        } finally {
            SecurityContextHolder.clearContext();
        }

        assertThat(attributes).containsOnly(Map.entry(SecurityHandshakeAttributes.AUTHENTICATION, alice));
    }

    @Test
    void outsideOfTheFilterChainNothingIsKept() {
        new SecurityHandshakeAttributes().collect(new MockHttpServletRequest(), attributes);

        assertThat(attributes).isEmpty();
    }
}
