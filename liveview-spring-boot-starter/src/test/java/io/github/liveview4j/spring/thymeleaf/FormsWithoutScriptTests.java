package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.thymeleaf.shop.ShopTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One form with an action, of a page that nobody has signed in on: a controller takes it as a post, a handler as a call. */
@ShopTest
class FormsWithoutScriptTests {

    @LocalServerPort
    private int port;

    private TestBrowser browser;
    private TestPage page;

    @BeforeEach
    void openAPage() {
        browser = new TestBrowser(port, "/shop");
        // A view with a token, as a page with a form is.
        browser.get("/login");
        page = browser.open("forms");
    }

    @AfterEach
    void closeThePage() {
        page.close();
    }

    private static boolean accepts(TestBrowser from, String token) {
        return from.post("/wishes", Map.of("article", "tea", "_csrf", token))
                .body()
                .equals("wished for tea");
    }

    @Test
    void aFragmentCarriesTheTokenOfItsPageAndOfNoOther() {
        String form = page.html("wishForm");

        assertThat(form).startsWith("<form method=\"post\" action=\"/shop/wishes\" data-liveview-function=\"wish\"");
        String token = TestBrowser.csrfToken(form);
        assertThat(accepts(browser, token)).isTrue();
        assertThat(accepts(browser, token + "x")).isFalse();
        TestBrowser other = new TestBrowser(port, "/shop");
        other.get("/login");
        assertThat(accepts(other, token)).isFalse();
    }

    @Test
    void aHandlerGetsWhatAControllerGets() {
        Map<String, String> fields = Map.of("article", "tea", "_csrf", TestBrowser.csrfToken(page.html("wishForm")));

        String posted = browser.post("/wishes", fields).body();
        String called =
                page.call("wish", fields).path("updates").path(0).path("html").asString();

        assertThat(posted).isEqualTo("wished for tea");
        assertThat(called).isEqualTo(posted);
    }
}
