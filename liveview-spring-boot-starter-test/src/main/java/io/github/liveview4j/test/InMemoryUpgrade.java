package io.github.liveview4j.test;

import io.github.liveview4j.spring.websocket.LiveViewWebSocketHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;

/**
 * Ends a handshake of the tester with a {@link PageSocket}, and leaves every other to the container.
 *
 * <p>All checks of the handshake have been made by then, as they are in front of it. For any thread.
 */
final class InMemoryUpgrade implements RequestUpgradeStrategy {

    /** The request attribute that holds the socket. */
    static final String SOCKET = PageSocket.class.getName();

    private final RequestUpgradeStrategy container = new StandardWebSocketUpgradeStrategy();

    @Override
    public String[] getSupportedVersions() {
        return container.getSupportedVersions();
    }

    @Override
    public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
        return socket(request) == null ? container.getSupportedExtensions(request) : List.of();
    }

    @Override
    public void upgrade(
            ServerHttpRequest request,
            ServerHttpResponse response,
            @Nullable String selectedProtocol,
            List<WebSocketExtension> selectedExtensions,
            @Nullable Principal user,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        PageSocket socket = socket(request);
        if (socket != null && WebSocketHandlerDecorator.unwrap(handler) instanceof LiveViewWebSocketHandler live) {
            String id = "test-" + UUID.randomUUID();
            socket.opened(
                    live.open(id, selectedProtocol, user, attributes, socket), user == null ? null : user.getName());
        } else {
            container.upgrade(request, response, selectedProtocol, selectedExtensions, user, handler, attributes);
        }
    }

    private static @Nullable PageSocket socket(ServerHttpRequest request) {
        HttpServletRequest servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        return servletRequest.getAttribute(SOCKET) instanceof PageSocket socket ? socket : null;
    }
}
