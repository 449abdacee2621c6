package io.github.liveview4j.spring.doors;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.room.Bearer;
import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.spring.doors.GuardedApplication.Guarded;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Somebody with the right origin and Ana's cookies, but without the token of a page that was made for her session. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"liveview.page-token=required", "liveview.signing-key=" + PageTokenAttackTests.KEY})
class PageTokenAttackTests {

    static final String KEY = "the key of these tests, which is long enough";

    @LocalServerPort
    private int port;

    @Autowired
    private Guarded guarded;

    @Autowired
    private LiveViewBroadcaster live;

    private TestBrowser browser() {
        return new TestBrowser(port, "");
    }

    private TestBrowser ana() {
        return browser().signIn("ana", "secret");
    }

    private static String load(TestBrowser browser) {
        return browser.get("/page").body();
    }

    /** What an attacker shows in the place of the token; {@code mine} is a good one of Ana's. */
    enum Attack {
        NONE,
        EMPTY,
        NONSENSE,
        TRUNCATED,
        ROOMS_CHANGED,
        TIME_CHANGED,
        OF_ANOTHER_KEY,
        OF_THE_KEY_ITSELF,
        OF_BOB,
        OF_NOBODY,
        OF_AN_EARLIER_SESSION,
        OF_A_SECOND_SESSION,
        A_RECEIPT
    }

    private @Nullable String forged(Attack attack, String mine) {
        return switch (attack) {
            case NONE -> null;
            case EMPTY -> "";
            case NONSENSE -> "let me in";
            case TRUNCATED -> mine.substring(0, mine.length() - 1);
            case ROOMS_CHANGED -> mine.replace("private:ana", "private:bob");
            case TIME_CHANGED -> "9" + mine.substring(1);
            case OF_ANOTHER_KEY -> token("another key that is as long as the real one", "ana");
            case OF_THE_KEY_ITSELF -> token(KEY, "ana");
            case OF_BOB -> TestBrowser.tokenOf(load(browser().signIn("bob", "secret")));
            case OF_NOBODY -> TestBrowser.tokenOf(load(browser()));
            case OF_AN_EARLIER_SESSION, OF_A_SECOND_SESSION -> TestBrowser.tokenOf(load(ana()));
            case A_RECEIPT -> receipt();
        };
    }

    /** Even who knew the key would have to know the session. */
    private static String token(String key, String user) {
        return new PageTokens(key.getBytes(StandardCharsets.UTF_8))
                .pageToken(new Bearer(user, new Bearer.Session("a guess", 0)), List.of());
    }

    private String receipt() {
        TestBrowser ana = ana();
        try (TestPage page = ana.openLoaded(load(ana))) {
            page.call("join", Map.of("room", "a"), List.of());
            return page.nextOther().path("receipt").asString("");
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsNoHandler(Attack attack) {
        TestBrowser ana = ana();
        String token = forged(attack, TestBrowser.tokenOf(load(ana)));
        guarded.ran().clear();

        try (TestPage page = ana.openWith(token)) {
            page.begin("open", Map.of(), List.of());
            page.hello(token);
            page.begin("open", Map.of(), List.of());
            page.hello(token);
        }

        assertThat(guarded.ran()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void letsItIntoNoRoom(Attack attack) {
        TestBrowser ana = ana();
        String token = forged(attack, TestBrowser.tokenOf(load(ana)));

        try (TestPage page = ana.openWith(token)) {
            for (String name : List.of("ana", "bob")) {
                live.to(room("private:" + name)).send(replace("#news").text("a secret"));
            }
            live.broadcast(replace("#news").text("for all"));

            assertThat(page.nextUpdate()).isEqualTo("for all");
        }
    }

    @Test
    void thePageThatWasMadeForTheSessionIsServed() {
        TestBrowser ana = ana();
        guarded.ran().clear();

        try (TestPage page = ana.openLoaded(load(ana))) {
            assertThat(page.call("open").has("error")).isFalse();
        }

        assertThat(guarded.ran()).containsExactly("open ana");
    }

    @Test
    void aPageOfAVisitorWhoseFirstFormMakesTheSessionIsServedAtOnce() {
        TestBrowser visitor = browser();
        String html = load(visitor);
        visitor.get("/login");
        guarded.ran().clear();

        try (TestPage page = visitor.openLoaded(html)) {
            assertThat(page.call("open").has("error")).isFalse();
        }

        assertThat(guarded.ran()).containsExactly("open nobody");
    }

    static Stream<String> receipts() {
        return Stream.of("a", "private:bob", "of:bob");
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void aReceiptOfSomebodyElseOpensNoRoom(String room) {
        PageTokens real = new PageTokens(KEY.getBytes(StandardCharsets.UTF_8));
        TestBrowser ana = ana();
        String token = TestBrowser.tokenOf(load(ana));
        try (TestPage page = ana.openLoaded(load(ana))) {
            String bobs = real.receipt(page.id(), new Bearer("bob", null), room);
            String ofAnotherPage = real.receipt("page-0123456789-abcdef", new Bearer("ana", null), room);
            String pageToken = real.pageToken(new Bearer("ana", null), List.of(room));
            for (String receipt : List.of(bobs, ofAnotherPage, pageToken, "", "nonsense")) {
                page.says("{\"type\":\"hello\",\"page\":\"" + page.id() + "\",\"token\":\"" + token + "\",\"rooms\":{\""
                        + room + "\":\"" + receipt + "\"}}");
                JsonNode welcome = page.nextOther();
                assertThat(welcome.path("type").asString("")).isEqualTo("welcome");
                assertThat(welcome.path("resync").asBoolean(false)).isTrue();
                assertThat(page.nextOther().path("type").asString("")).isEqualTo("left");
            }
        }
    }
}
