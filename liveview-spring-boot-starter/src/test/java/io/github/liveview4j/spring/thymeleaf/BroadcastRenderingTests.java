package io.github.liveview4j.spring.thymeleaf;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.spring.thymeleaf.shop.KeptPages;
import io.github.liveview4j.spring.thymeleaf.shop.ShopTest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;

/** Rendering without an event of a page around it: broadcasts, and pages that were kept. */
@ShopTest
class BroadcastRenderingTests {

    private static final String NEUTRAL = "<div><a href=\"/shop/orders/7\">link</a><i>%s</i>"
            + "<form method=\"post\" action=\"/shop/orders\"></form><u>nobody</u><em></em></div>";

    @LocalServerPort
    private int port;

    @Autowired
    private LiveViewBroadcaster live;

    @Autowired
    private KeptPages kept;

    @Test
    void aBroadcastOfASignedInUsersHandlerHasLinksButNeitherUserNorTokenNorSession() {
        TestBrowser alice = new TestBrowser(port, "/shop").signIn("alice", "secret");
        alice.get("/remember?basket=full");
        try (TestPage sender = alice.open("broadcast-1", "Accept-Language", "de");
                TestPage other = new TestBrowser(port, "/shop").open("broadcast-2", "Accept-Language", "en")) {
            assertThat(sender.html("userOfThread")).startsWith("alice");

            sender.call("broadcastEverything");

            String expected = NEUTRAL.formatted("Guten Morgen, all");
            assertThat(sender.nextUpdate()).isEqualTo(expected);
            assertThat(other.nextUpdate()).isEqualTo(expected);
            assertThat(sender.html("authorize")).contains("signed in");
        }
    }

    @Test
    void aBroadcastFromAnyThreadIsRenderedInTheChosenLanguage() {
        try (TestPage page = new TestBrowser(port, "/shop").open("broadcast-3", "Accept-Language", "en")) {
            live.to(room("broadcast-3"))
                    .in(Locale.GERMAN)
                    .send(replace("#target").template("features/page :: neutral"));

            assertThat(page.nextUpdate()).isEqualTo(NEUTRAL.formatted("Guten Morgen, all"));
        }
    }

    @Test
    void aBroadcastHidesTheUserOfTheThreadItIsSentFrom() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("bob", "", "ROLE_USER"));
        try (TestPage page = new TestBrowser(port, "/shop").open("broadcast-4")) {
            live.to(room("broadcast-4"))
                    .in(Locale.ENGLISH)
                    .send(replace("#target").template("features/page :: neutral"));

            assertThat(page.nextUpdate()).isEqualTo(NEUTRAL.formatted("Good morning, all"));
            assertThat(SecurityContextHolder.getContext().getAuthentication().getName())
                    .isEqualTo("bob");
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void aBroadcastOfAMissingFragmentFailsWhereItIsSent() {
        LiveViewBroadcaster.Sender everyone = live.to(LiveViewBroadcaster.everyone());

        assertThatExceptionOfType(LiveViewException.class)
                .isThrownBy(() -> everyone.send(replace("#target").template("features/page :: nowhere")))
                .withMessageContaining("features/page")
                .withMessageContaining("nowhere");
    }

    @Test
    void aKeptPageIsRenderedWithItsUserOnAThreadOfNobody() {
        TestBrowser alice = new TestBrowser(port, "/shop").signIn("alice", "secret");
        try (TestPage page = alice.open("kept", "Accept-Language", "de")) {
            page.call("keep");

            kept.of("kept").send(replace("#target").template("features/page :: authentication"));
            kept.of("kept")
                    .send(replace("#target")
                            .template("features/page :: message")
                            .with("name", "Ada"));
            kept.of("kept").send(replace("#target").template("features/page :: action"));

            assertThat(page.nextUpdate()).isEqualTo("<p>alice</p>");
            assertThat(page.nextUpdate()).isEqualTo("<p>Guten Morgen, Ada</p>");
            String token = TestBrowser.csrfToken(page.nextUpdate());
            assertThat(alice.post("/orders", Map.of("article", "tea", "_csrf", token))
                            .body())
                    .isEqualTo("ordered tea");
            assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
            assertThat(RequestContextHolder.getRequestAttributes()).isNull();
            assertThat(LocaleContextHolder.getLocaleContext()).isNull();
        }
    }
}
