package io.github.liveview4j.spring.page;

import static io.github.liveview4j.LiveViewBroadcaster.everyone;
import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewBroadcaster.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page is loaded, something is said, and then its socket comes up. */
@SpringBootTest(classes = JoiningApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DisplayName("R2: nothing is lost between page and socket")
class PageToSocketTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a page says of itself, and how it was answered. */
    private record Loaded(int status, String position, String token, String assets, String path) {}

    /** A browser with its cookies. */
    private static final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private final String paths;
        private final int port;

        Browser(int port, String paths) {
            this.port = port;
            this.paths = paths;
        }

        Loaded load(String path) throws IOException, InterruptedException {
            HttpResponse<String> page = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + paths + path))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
            String told = attribute(page.body(), "data-path");
            return new Loaded(
                    page.statusCode(),
                    attribute(page.body(), "data-position"),
                    attribute(page.body(), "data-token"),
                    attribute(page.body(), "data-assets"),
                    told.isEmpty() ? paths + "/ws/liveview" : told);
        }

        private static String attribute(String html, String name) {
            Matcher matcher = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(html);
            return matcher.find() ? matcher.group(1) : "";
        }

        /** Opens the socket of a page, says hello as its script does, and returns what comes first. */
        Connected connect(Loaded page) {
            String cookie = cookies.getCookieStore().getCookies().stream()
                    .map(each -> each.getName() + "=" + each.getValue())
                    .collect(Collectors.joining("; "));
            RawWebSocket socket = RawWebSocket.v2(port, page.path() + "/" + UUID.randomUUID(), "Cookie: " + cookie);
            assertThat(socket.status()).isEqualTo(101);
            String[] position = page.position().split(":");
            socket.send("{\"type\":\"hello\",\"page\":\"" + UUID.randomUUID() + "\""
                    + (page.position().isEmpty() ? "" : ",\"epoch\":\"" + position[0] + "\",\"seq\":" + position[1])
                    + (page.token().isEmpty() ? "" : ",\"token\":\"" + page.token() + "\"")
                    + "}");
            return new Connected(socket, JSON.readTree(socket.next()));
        }
    }

    private record Connected(RawWebSocket socket, JsonNode first, Deque<JsonNode> queued) implements AutoCloseable {

        Connected(RawWebSocket socket, JsonNode first) {
            this(socket, first, new ArrayDeque<>());
        }

        JsonNode welcome() {
            return first.isArray() ? first.path(first.size() - 1) : first;
        }

        /** Returns what came before the welcome, each as its room and title. */
        List<String> missed() {
            List<String> missed = new ArrayList<>();
            for (int i = 0; i < first.size() - 1 && first.isArray(); i++) {
                missed.add(said(first.path(i)));
            }
            return missed;
        }

        /** Returns the next update; what had to wait for another comes with it in one frame. */
        String next() {
            if (queued.isEmpty()) {
                JsonNode frame = JSON.readTree(socket.next());
                if (frame.isArray()) {
                    frame.forEach(queued::add);
                } else {
                    queued.add(frame);
                }
            }
            return said(queued.remove());
        }

        private static String said(JsonNode update) {
            return update.path("room").asString("")
                    + " "
                    + update.path("updates").path(0).path("title").asString("");
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /** What holds at any address of the application. */
    abstract static class AtAnyAddress {

        @LocalServerPort
        private int port;

        @Autowired
        private LiveViewBroadcaster live;

        @Autowired
        private RoomLog log;

        private final String paths;

        AtAnyAddress(String paths) {
            this.paths = paths;
        }

        private Browser browser() {
            return new Browser(port, paths);
        }

        private void say(LiveViewBroadcaster.Audience audience, String title) {
            live.to(audience).send(LiveViewMessage.page().title(title));
        }

        @Test
        void whatIsSaidBeforeTheSocketIsUpComesWithTheWelcome() throws Exception {
            Browser browser = browser();
            Loaded page = browser.load("/articles/7");
            say(room("article:7"), "one");
            say(room("article:8"), "of another page");
            say(everyone(), "two");

            try (Connected connected = browser.connect(page)) {
                assertThat(connected.missed()).containsExactly("article:7 one", "* two");
                assertThat(connected.welcome().path("type").asString()).isEqualTo("welcome");
                assertThat(connected.welcome().has("resync")).isFalse();
                assertThat(connected.welcome().path("seq").asLong())
                        .isEqualTo(log.position().seq());
                say(room("article:7"), "three");
                assertThat(connected.next()).isEqualTo("article:7 three");
            }
        }

        @Test
        void aPageThatJoinsNothingGetsWhatWasSaidToEverybody() throws Exception {
            Browser browser = browser();
            Loaded page = browser.load("/plain");
            say(everyone(), "one");
            say(room("article:7"), "of a room");

            assertThat(roomsOf(page)).isEmpty();
            try (Connected connected = browser.connect(page)) {
                assertThat(connected.missed()).containsExactly("* one");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/plain", "/by-hand/plain"})
        void theSocketSaysTheSameOfTheStaticResourcesAsThePage(String path) throws Exception {
            Browser browser = browser();
            Loaded page = browser.load(path);

            assertThat(page.assets()).matches("[\\w-]{16}");
            try (Connected connected = browser.connect(page)) {
                assertThat(connected.welcome().path("assets").asString()).isEqualTo(page.assets());
            }
        }

        @Test
        void nothingSaidIsNothingMissed() throws Exception {
            Browser browser = browser();
            say(everyone(), "before the page");
            Loaded page = browser.load("/two");

            try (Connected connected = browser.connect(page)) {
                assertThat(connected.first().isArray()).isFalse();
                assertThat(connected.welcome().has("resync")).isFalse();
                say(room("a"), "one");
                say(room("b"), "two");
                assertThat(connected.next()).isEqualTo("a one");
                assertThat(connected.next()).isEqualTo("b two");
            }
        }

        @Test
        void anErrorPageIsAPage() throws Exception {
            Browser browser = browser();
            Loaded page = browser.load("/nowhere");
            say(everyone(), "one");

            assertThat(page.status()).isEqualTo(404);
            try (Connected connected = browser.connect(page)) {
                assertThat(connected.missed()).containsExactly("* one");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/broken", "/refused", "/view-broken", "/callable-broken"})
        void theErrorPageOfAControllerIsNotInTheRoomsThatItJoined(String path) throws Exception {
            Browser browser = browser();
            Loaded page = browser.load(path);

            assertThat(page.status()).isGreaterThanOrEqualTo(400);
            assertThat(page.position()).isNotEmpty();
            assertThat(roomsOf(page)).isEmpty();
        }

        @Test
        void aForwardIsTheSamePage() throws Exception {
            Browser browser = browser();
            Loaded page = browser.load("/forwarded");
            say(room("forwarded"), "one");

            try (Connected connected = browser.connect(page)) {
                assertThat(connected.missed()).containsExactly("forwarded one");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/callable", "/deferred", "/streamed", "/function", "/by-hand"})
        void howeverAControllerIsWrittenItsPageGetsAll(String path) throws Exception {
            Browser browser = browser();
            Loaded page = browser.load(path);
            String joined = path.equals("/by-hand") ? "hand" : path.substring(1);
            say(room(joined), "one");

            try (Connected connected = browser.connect(page)) {
                assertThat(connected.missed()).containsExactly(joined + " one");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"article:7", "x|@|a|article:7|x", ""})
        void aTokenThatIsNotOursOpensNoRoomAndMakesThePageFetchItself(String forged) throws Exception {
            Browser browser = browser();
            Loaded page = browser.load("/articles/7");
            String token = forged.isEmpty() ? page.token().replace("article:7", "article:8") : forged;
            assertThat(token).isNotEqualTo(page.token());

            assertNotIn("article:8", browser, new Loaded(200, page.position(), token, page.assets(), page.path()));
            assertNotIn("article:7", browser, new Loaded(200, page.position(), token, page.assets(), page.path()));
        }

        private String roomsOf(Loaded page) {
            return page.token().split("\\|", -1)[4];
        }

        private void assertNotIn(String room, Browser browser, Loaded page) {
            say(room(room), "not for this page");
            try (Connected connected = browser.connect(page)) {
                assertThat(connected.missed()).isEmpty();
                assertThat(connected.welcome().path("resync").asBoolean(false)).isTrue();
                say(room(room), "not for this page");
                say(everyone(), "for this page");
                assertThat(connected.next()).isEqualTo("* for this page");
            }
        }

        @Test
        void theTokenOfAnotherUserOpensNoRoom() throws Exception {
            Browser ana = browser();
            ana.load("/enter/ana");
            Loaded page = ana.load("/articles/7");
            Browser bob = browser();
            bob.load("/enter/bob");

            assertNotIn("article:7", bob, page);
            assertNotIn("article:7", browser(), page);
            say(user("ana"), "to ana");
            try (Connected connected = ana.connect(page)) {
                assertThat(connected.missed()).contains("@ to ana").contains("article:7 not for this page");
                assertThat(connected.welcome().has("resync")).isFalse();
            }
        }

        @Test
        void aPageFromBeforeASignInOrASignOutFetchesItself() throws Exception {
            Browser browser = browser();
            Loaded anonymous = browser.load("/articles/7");
            Loaded entered = browser.load("/enter/ana");

            assertNotIn("article:7", browser, anonymous);
            try (Connected connected = browser.connect(entered)) {
                assertThat(connected.welcome().has("resync")).isFalse();
            }

            Loaded page = browser.load("/articles/7");
            browser.load("/leave");
            assertNotIn("article:7", browser, page);
        }
    }

    @Nested
    class AtTheRoot extends AtAnyAddress {

        AtTheRoot() {
            super("");
        }
    }

    @Nested
    @SpringBootTest(
            classes = JoiningApplication.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {"server.servlet.context-path=/shop", "spring.mvc.servlet.path=/app"})
    class BelowAContextAndAServletPath extends AtAnyAddress {

        BelowAContextAndAServletPath() {
            super("/shop/app");
        }
    }
}
