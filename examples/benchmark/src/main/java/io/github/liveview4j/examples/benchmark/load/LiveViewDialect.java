package io.github.liveview4j.examples.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The library's second dialect. Pages are of fifty users, each of whom has fetched the page as a browser does, and has a token and an
 * HTTP session; each page has an id and a room of its own, as the bundled client makes them.
 */
public final class LiveViewDialect implements Dialect {

    private static final int USERS = 50;
    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");

    private final List<User> users;

    private record User(String token, Map<String, String> headers) {}

    private LiveViewDialect(List<User> users) {
        this.users = List.copyOf(users);
    }

    /**
     * Fetches the page of an application for all users.
     *
     * @throws IllegalStateException where it has no token
     */
    public static LiveViewDialect fetched(URI page) {
        HttpClient client = HttpClient.newHttpClient();
        return new LiveViewDialect(
                Stream.generate(() -> user(client, page)).limit(USERS).toList());
    }

    private static User user(HttpClient client, URI page) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(30)).build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            Matcher token = TOKEN.matcher(response.body());
            if (!token.find()) {
                throw new IllegalStateException("Expected a page with data-token at " + page + ", got "
                        + response.statusCode() + ": " + response.body());
            }
            String cookies = response.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.substring(0, (cookie + ";").indexOf(';')))
                    .collect(Collectors.joining("; "));
            Map<String, String> headers = new HashMap<>(Map.of("Sec-WebSocket-Protocol", "liveview.v2"));
            if (!cookies.isEmpty()) {
                headers.put("Cookie", cookies);
            }
            return new User(token.group(1), Map.copyOf(headers));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Could not fetch " + page, e);
        }
    }

    private User user(long page) {
        return users.get((int) (page % USERS));
    }

    @Override
    public String path(long page) {
        return "/ws/liveview/3f2b8c1e-5d4a-4b6f-9a7e-" + String.format("%012x", page);
    }

    @Override
    public Map<String, String> headers(long page) {
        return user(page).headers();
    }

    @Override
    public String hello(long page) {
        return "{\"type\":\"hello\",\"page\":\"benchmark-page-00000-" + page + "\",\"lang\":\"en\",\"token\":\""
                + user(page).token() + "\"}";
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
