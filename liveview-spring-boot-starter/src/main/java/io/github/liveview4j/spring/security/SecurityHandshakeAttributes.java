package io.github.liveview4j.spring.security;

import io.github.liveview4j.spring.request.HandshakeAttributes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * Keeps who is behind the page, be it nobody in particular, and the CSRF token by value, so that a form rendered over the
 * WebSocket can be posted.
 *
 * <p>A request names no principal for an anonymous user, of whom {@code isAnonymous()} wants to know. The token of the
 * request is deferred and reaches for a request that is over by then. For any thread.
 */
public final class SecurityHandshakeAttributes implements HandshakeAttributes {

    /** The name by which Spring's form support for Thymeleaf and hand-written forms find the token. */
    private static final String SHORT_NAME = "_csrf";

    /** The attribute that holds the authentication. */
    static final String AUTHENTICATION = Authentication.class.getName();

    /** Creates it. */
    public SecurityHandshakeAttributes() {}

    @Override
    public void collect(HttpServletRequest request, Map<String, Object> attributes) {
        Authentication authentication =
                SecurityContextHolder.getContextHolderStrategy().getContext().getAuthentication();
        if (authentication != null) {
            attributes.put(AUTHENTICATION, authentication);
        }
        HttpSession session = request.getSession(false);
        Object behind = session == null ? null : new SecuritySessionIdentity().of(session::getAttribute);
        if (behind != null) {
            attributes.put(SecuritySessionIdentity.AT_HANDSHAKE, behind);
        }
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            CsrfToken value = new DefaultCsrfToken(token.getHeaderName(), token.getParameterName(), token.getToken());
            attributes.put(CsrfToken.class.getName(), value);
            attributes.put(SHORT_NAME, value);
        }
    }
}
