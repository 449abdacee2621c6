package io.github.liveview4j.spring.websocket;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.websocket.server.ServerContainer;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.context.ServletContextAware;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeFailureException;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/**
 * Lets the container take a socket for one of nobody, while handlers learn its user from Spring.
 *
 * <p>Tomcat closes the sockets of a user when their HTTP session ends, with a code that says nothing (1008) and at times before
 * we do (4401), by which the page knows that it is to fetch itself. What ends is closed here, with every store of sessions.
 *
 * <p>Nor do Spring and Tomcat get the headers to keep, and Spring the addresses: each would have its own copy for as long as
 * the socket is open, some 4 KB, which nobody asks for. Those by name can be read while the socket is made. Other containers are told
 * the names: Jetty has no other way to see that it is to upgrade. For any thread.
 */
final class NobodysSocket implements RequestUpgradeStrategy, ServletContextAware {

    private final RequestUpgradeStrategy container;

    NobodysSocket(RequestUpgradeStrategy container) {
        this.container = container;
    }

    @Override
    public String[] getSupportedVersions() {
        return container.getSupportedVersions();
    }

    @Override
    public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
        return container.getSupportedExtensions(request);
    }

    @Override
    public void upgrade(
            ServerHttpRequest request,
            ServerHttpResponse response,
            @Nullable String selectedProtocol,
            List<WebSocketExtension> selectedExtensions,
            @Nullable Principal user,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws HandshakeFailureException {
        container.upgrade(
                request instanceof ServletServerHttpRequest servlet
                        ? new Unheard(servlet.getServletRequest())
                        : request,
                response,
                selectedProtocol,
                selectedExtensions,
                user,
                handler,
                attributes);
    }

    @Override
    public void setServletContext(ServletContext servletContext) {
        if (container instanceof ServletContextAware aware) {
            aware.setServletContext(servletContext);
        }
    }

    /** What Spring makes the session of. */
    private static final class Unheard extends ServletServerHttpRequest {

        Unheard(HttpServletRequest request) {
            super(new OfNobody(request));
        }

        @Override
        public HttpHeaders getHeaders() {
            return HttpHeaders.EMPTY;
        }

        @Override
        @SuppressWarnings("NullAway") // the session takes none, and says so when it is asked for it
        public InetSocketAddress getLocalAddress() {
            return null;
        }

        @Override
        @SuppressWarnings("NullAway") // as above
        public InetSocketAddress getRemoteAddress() {
            return null;
        }
    }

    /** What the container makes the socket of. */
    private static final class OfNobody extends HttpServletRequestWrapper {

        OfNobody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return null;
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return isOfTomcat() ? Collections.emptyEnumeration() : super.getHeaderNames();
        }

        private boolean isOfTomcat() {
            Object container = getServletContext().getAttribute(ServerContainer.class.getName());
            return container != null && container.getClass().getName().startsWith("org.apache.tomcat.");
        }
    }
}
