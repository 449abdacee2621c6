package io.github.liveview4j.examples.benchmark.micro;

import io.github.liveview4j.dispatch.LiveViewConnection;
import io.github.liveview4j.examples.benchmark.library.LibraryApplication;
import io.github.liveview4j.spring.websocket.LiveViewWebSocketHandler;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/**
 * The application of the package {@code library}, with a page in it that came by a real request and a real handshake, but whose socket
 * ends in a {@link NobodysWire}: frames in, frames out, and no container.
 */
final class RunningApplication implements AutoCloseable {

    private static final String[] LIMITS = {
        "--server.port=0",
        "--logging.level.root=warn",
        "--spring.main.banner-mode=off",
        "--liveview.limits.calls=10000000",
        "--liveview.limits.calls-burst=10000000"
    };
    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]*)\"");

    private final BlockingQueue<Page> opened = new ArrayBlockingQueue<>(1);
    private final ConfigurableApplicationContext context;

    /** A page: what takes its frames, and what is written to it. */
    record Page(LiveViewConnection connection, NobodysWire wire) {

        void says(String frame) {
            connection.receive(frame.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final class InMemory implements RequestUpgradeStrategy {

        @Override
        public String[] getSupportedVersions() {
            return new String[] {"13"};
        }

        @Override
        public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
            return List.of();
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
            LiveViewWebSocketHandler live = (LiveViewWebSocketHandler) WebSocketHandlerDecorator.unwrap(handler);
            NobodysWire wire = new NobodysWire();
            opened.add(new Page(live.open("benchmark", selectedProtocol, user, attributes, wire), wire));
        }
    }

    RunningApplication() {
        context = new SpringApplicationBuilder(LibraryApplication.class)
                .initializers(known -> ((GenericApplicationContext) known)
                        .registerBean("liveViewRequestUpgradeStrategy", RequestUpgradeStrategy.class, InMemory::new))
                .run(LIMITS);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Loads the page, and says hello for it. */
    Page page() throws IOException, InterruptedException {
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        String server = "http://127.0.0.1:" + port;
        HttpResponse<String> html = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(server + "/")).build(), HttpResponse.BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(html.body());
        if (!token.find()) {
            throw new IllegalStateException("Expected a page with a token, got " + html);
        }
        StringBuilder cookies = new StringBuilder();
        html.headers()
                .allValues("Set-Cookie")
                .forEach(
                        cookie -> cookies.append(cookie, 0, cookie.indexOf(';')).append("; "));
        handshake(port, server, cookies.toString());
        Page page = opened.poll(10, TimeUnit.SECONDS);
        if (page == null) {
            throw new IllegalStateException("Expected a handshake that is let through");
        }
        page.says("{\"type\":\"hello\",\"page\":\"benchmark-page-00000-1\",\"lang\":\"en\",\"token\":\""
                + token.group(1) + "\"}");
        return page;
    }

    private static void handshake(int port, String server, String cookies) throws IOException {
        String request = String.join(
                "\r\n",
                "GET /ws/liveview/" + UUID.randomUUID() + " HTTP/1.1",
                "Host: 127.0.0.1:" + port,
                "Origin: " + server,
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
                "Sec-WebSocket-Protocol: liveview.v2",
                cookies.isEmpty() ? "Accept: */*" : "Cookie: " + cookies,
                "",
                "");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            int unused = socket.getInputStream().read();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
