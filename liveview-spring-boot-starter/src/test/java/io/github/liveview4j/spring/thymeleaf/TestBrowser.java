package io.github.liveview4j.spring.thymeleaf;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser as far as the wire shows it: it keeps cookies, signs in by the login form, posts forms and opens pages. */
public final class TestBrowser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final Pattern TOKEN = Pattern.compile(" data-token=\"([^\"]+)\"");

    private final String host;
    private final String contextPath;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public TestBrowser(int port, String contextPath) {
        this.host = "localhost:" + port;
        this.contextPath = contextPath;
    }

    /** The header with which a socket that is made by hand brings this browser's cookies. */
    public String cookieHeader() {
        return "Cookie: "
                + cookies.getCookieStore().getCookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    /** The origin of the server, without a path. */
    public String origin() {
        return "http://" + host;
    }

    public TestBrowser signIn(String user, String password) {
        String form = get("/login").body();
        HttpResponse<String> answer =
                post("/login", Map.of("username", user, "password", password, "_csrf", csrfToken(form)));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new AssertionError("Could not sign in as " + user + ": " + answer);
        }
        return this;
    }

    /** Takes the CSRF token out of a form. */
    public static String csrfToken(String html) {
        Matcher matcher = CSRF.matcher(html);
        if (!matcher.find()) {
            throw new AssertionError("No CSRF input in " + html);
        }
        return matcher.group(1);
    }

    public HttpResponse<String> get(String path) {
        return get(path, "en");
    }

    public HttpResponse<String> get(String path, String language) {
        return send(HttpRequest.newBuilder(URI.create(origin() + contextPath + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept-Language", language)
                .build());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(origin() + contextPath + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /**
     * Opens a page in the second dialect and says hello.
     *
     * @param room the room, and after a question mark a query
     * @param headers names and values of further headers
     */
    public TestPage open(String room, String... headers) {
        TestPage page = new TestPage();
        page.greet(connect("/ws/liveview/" + room, "liveview.v2", page, headers), null);
        return page;
    }

    /** Opens a page that was loaded, in a room that it has made up. */
    public TestPage openLoaded(String html) {
        return openWith(tokenOf(html));
    }

    /** Opens a page that shows any token, in a room that it has made up. */
    public TestPage openWith(@Nullable String token) {
        TestPage page = new TestPage();
        page.greet(connect("/ws/liveview/" + UUID.randomUUID(), "liveview.v2", page), token);
        return page;
    }

    /** Takes the page's token out of its script tag. */
    public static String tokenOf(String html) {
        Matcher matcher = TOKEN.matcher(html);
        if (!matcher.find()) {
            throw new AssertionError("No data-token in " + html);
        }
        return matcher.group(1);
    }

    /** Connects any WebSocket of the application, with this browser's cookies. */
    public WebSocket connect(String path, String subprotocol, WebSocket.Listener listener, String... headers) {
        WebSocket.Builder builder = client.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .header("Origin", origin())
                .subprotocols(subprotocol);
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.buildAsync(URI.create("ws://" + host + contextPath + path), listener)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
