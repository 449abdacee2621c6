package io.github.liveview4j.spring.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * Picks what renders are to find among the request's attributes, while the handshake's request lives.
 *
 * <p>For any thread.
 */
@FunctionalInterface
public interface HandshakeAttributes {

    /**
     * Adds attributes.
     *
     * @param request the handshake's request
     * @param attributes where to add; only values that do not reach the request, which is over when they are used
     */
    void collect(HttpServletRequest request, Map<String, Object> attributes);
}
