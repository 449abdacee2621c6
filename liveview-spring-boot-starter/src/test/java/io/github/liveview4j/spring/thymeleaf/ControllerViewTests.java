package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.thymeleaf.shop.ShopTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same fragment with the same model is the same markup, as a controller's view and as a message to a page. */
@ShopTest
class ControllerViewTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "each",
                "inlined",
                "script",
                "message",
                "other",
                "utilities",
                "types",
                "links",
                "applicationLink",
                "action",
                "bean",
                "converted",
                "param",
                "selection",
                "field",
                "errors",
                "authorize",
                "authorizeUrl",
                "authentication",
                "authorization",
                "session",
                "mvcUrl",
                "whole",
                "empty",
                "hidden",
                "dialect_script",
                "dialect_rows",
                "dialect_form"
            })
    void aMessageLooksAsAView(String handler) {
        TestBrowser browser = new TestBrowser(port, "/shop").signIn("alice", "secret");
        browser.get("/remember?basket=full");
        HttpResponse<String> view = browser.get("/view/" + handler + "?q=find+me", "de");
        assertThat(view.statusCode()).isEqualTo(200);

        try (TestPage page = browser.open("view?q=find+me", "Accept-Language", "de")) {
            assertThat(withoutToken(page.html(handler)))
                    .isEqualTo(withoutPosition(withoutToken(view.body().strip())));
        }
    }

    /** The token is masked anew for every request. */
    private static String withoutToken(String html) {
        return html.replaceAll("(name=\"_csrf\" value=\")[^\"]+", "$1");
    }

    /** Where a page stands, and for whom it was made, is said by a page only: what is rendered for a message came after it. */
    private static String withoutPosition(String html) {
        return html.replaceAll("(<script [^>]*) data-position=\"[^\"]+\"", "$1")
                .replaceAll("(<script [^>]*) data-token=\"[^\"]+\"", "$1");
    }
}
