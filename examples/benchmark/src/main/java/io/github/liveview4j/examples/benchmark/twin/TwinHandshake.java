package io.github.liveview4j.examples.benchmark.twin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Keeps of the handshake what templates want to know later: the request itself ends with it. */
final class TwinHandshake implements HandshakeInterceptor {

    static final String KNOWN = TwinHandshake.class.getName();

    /** What is known of a page. */
    record Known(
            String contextPath,
            String uri,
            SecurityContext security,
            @Nullable CsrfToken csrf) {}

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (request instanceof ServletServerHttpRequest servlet) {
            HttpServletRequest original = servlet.getServletRequest();
            attributes.put(
                    KNOWN,
                    new Known(
                            original.getContextPath(),
                            original.getRequestURI(),
                            SecurityContextHolder.getContext(),
                            original.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                                    ? token
                                    : null));
        }
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
