package io.github.liveview4j.examples.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The library's second dialect, with the token of a page that was fetched as a browser fetches it. Each page has an id and a room of
 * its own, as the bundled client makes them; all are of one HTTP session, as tabs of one browser are.
 */
public final class LiveViewDialect implements Dialect {

    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");

    private final String token;
    private final String cookies;

    private LiveViewDialect(String token, String cookies) {
        this.token = token;
        this.cookies = cookies;
    }

    /**
     * Fetches the page of an application.
     *
     * @throws IllegalStateException where it has no token
     */
    public static LiveViewDialect fetched(URI page) {
        try {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(page)
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            BodyHandlers.ofString());
            Matcher token = TOKEN.matcher(response.body());
            if (!token.find()) {
                throw new IllegalStateException("Expected a page with data-token at " + page + ", got "
                        + response.statusCode() + ": " + response.body());
            }
            String cookies = response.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.substring(0, (cookie + ";").indexOf(';')))
                    .collect(Collectors.joining("; "));
            return new LiveViewDialect(token.group(1), cookies);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Could not fetch " + page, e);
        }
    }

    @Override
    public String path(long page) {
        return "/ws/liveview/3f2b8c1e-5d4a-4b6f-9a7e-" + String.format("%012x", page);
    }

    @Override
    public Map<String, String> headers() {
        return cookies.isEmpty()
                ? Map.of("Sec-WebSocket-Protocol", "liveview.v2")
                : Map.of("Sec-WebSocket-Protocol", "liveview.v2", "Cookie", cookies);
    }

    @Override
    public String hello() {
        return "{\"type\":\"hello\",\"page\":\"benchmark-page-00000-{id}\",\"lang\":\"en\",\"token\":\"" + token
                + "\"}";
    }

    @Override
    public String pong() {
        return "{\"type\":\"pong\"}";
    }

    @Override
    public String call() {
        return "{\"type\":\"call\",\"id\":{n},\"done\":{done},\"function\":\"say_hello\",\"data\":{\"seq\":{seq}},"
                + "\"form\":[[\"name\",\"Ada\"]]}";
    }

    @Override
    public String note() {
        return "{\"type\":\"call\",\"id\":{n},\"done\":{done},\"function\":\"notify_all\",\"data\":{},"
                + "\"form\":[[\"text\",\"@@{seq}@@{pad}\"]]}";
    }

    @Override
    public String reply() {
        return "{\"type\":\"reply\"";
    }

    @Override
    public String mark(Heard heard) {
        return heard == Heard.WELCOME ? "\"type\":\"welcome\"" : "\"type\":\"ping\"";
    }
}
