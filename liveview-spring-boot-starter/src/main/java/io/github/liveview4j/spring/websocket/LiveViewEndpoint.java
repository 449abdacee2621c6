package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.RoomAuthorizer;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.spring.request.HandshakeAttributes;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * Maps the endpoint's address, for WebSocket upgrades only.
 *
 * <p>A mapping of its own rather than {@code @EnableWebSocket}, which would bring a task scheduler with it and take Boot's
 * away; an application's own WebSocket and STOMP endpoints are not touched. For the start.
 */
public final class LiveViewEndpoint {

    /** In front of the application's controllers, which may answer every path; only upgrades are taken from them. */
    private static final int BEFORE_CONTROLLERS = -1;

    private LiveViewEndpoint() {}

    /**
     * Makes the mapping of the endpoint.
     *
     * @param handler takes the sockets
     * @param path the address without the room, beginning with a slash and not ending with one
     * @param origins whose pages may connect
     * @param dialects what may be spoken
     * @param authorizers who admits pages to rooms that can be guessed, in order
     * @param compression whether permessage-deflate is agreed to, at some 160 KB of memory a page
     * @param collectors what to keep of the handshake
     * @param book counts who comes
     * @param upgrade what makes a socket of a request that was let through, or {@code null} for the container
     */
    public static WebSocketHandlerMapping mapping(
            LiveViewWebSocketHandler handler,
            String path,
            OriginRules origins,
            Set<Dialect> dialects,
            List<RoomAuthorizer> authorizers,
            boolean compression,
            List<HandshakeAttributes> collectors,
            ConnectionBook book,
            @Nullable RequestUpgradeStrategy upgrade) {
        DefaultHandshakeHandler handshake = handshake(upgrade);
        WebSocketHttpRequestHandler requests = compression
                ? new WebSocketHttpRequestHandler(handler, handshake)
                : new WithoutExtensions(handler, handshake);
        requests.setHandshakeInterceptors(List.of(new HandshakeGate(
                new OriginCheck(origins), dialects, new RoomCheck(authorizers), List.copyOf(collectors), book)));
        Map<String, Object> urls = new LinkedHashMap<>();
        urls.put(path + "/{room}", requests);
        urls.put(path + "/{room}/", requests);
        WebSocketHandlerMapping mapping = new WebSocketHandlerMapping();
        mapping.setUrlMap(urls);
        mapping.setOrder(BEFORE_CONTROLLERS);
        mapping.setWebSocketUpgradeMatch(true);
        return mapping;
    }

    private static DefaultHandshakeHandler handshake(@Nullable RequestUpgradeStrategy upgrade) {
        // Not what Spring would choose: of Jetty that is its own API, and what writes here knows Jakarta's.
        RequestUpgradeStrategy container = upgrade == null ? new StandardWebSocketUpgradeStrategy() : upgrade;
        DefaultHandshakeHandler handshake = new DefaultHandshakeHandler(new NobodysSocket(container));
        handshake.setSupportedProtocols(Dialect.V2_SUBPROTOCOL);
        return handshake;
    }

    /**
     * Keeps the container from agreeing to an extension by not letting it see what the browser offers.
     *
     * <p>What Spring's handshake filters reaches Tomcat as a minimum, to which it adds permessage-deflate on its own.
     */
    private static final class WithoutExtensions extends WebSocketHttpRequestHandler {

        WithoutExtensions(LiveViewWebSocketHandler handler, DefaultHandshakeHandler handshake) {
            super(handler, handshake);
        }

        @Override
        public void handleRequest(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            super.handleRequest(
                    new HttpServletRequestWrapper(request) {
                        @Override
                        public Enumeration<String> getHeaders(String name) {
                            return WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS.equalsIgnoreCase(name)
                                    ? Collections.emptyEnumeration()
                                    : super.getHeaders(name);
                        }
                    },
                    response);
        }
    }
}
