package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.thymeleaf.shop.ShopTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a template can do in a controller's view, it can do in a message to a page. */
@ShopTest
class TemplateFeaturesTests {

    @LocalServerPort
    private int port;

    private TestBrowser browser;
    private TestPage page;

    @BeforeEach
    void signInAndOpenAPage() {
        browser = new TestBrowser(port, "/shop").signIn("alice", "secret");
        browser.get("/remember?basket=full");
        page = browser.open("features?q=find+me", "Accept-Language", "de");
    }

    @AfterEach
    void closeThePage() {
        page.close();
    }

    @Test
    void textIsEscaped() {
        assertThat(page.html("text")).isEqualTo("<p>a &lt; b</p>");
    }

    @Test
    void eachRepeatsAnElement() {
        assertThat(page.html("each")).isEqualTo("<ul><li>1 tea</li><li>2 salt</li></ul>");
    }

    @Test
    void inlinedExpressionsAreReplaced() {
        assertThat(page.html("inlined")).isEqualTo("<p>got a &lt; b and a < b</p>");
    }

    @Test
    void scriptsAreInlinedAsJavaScript() {
        assertThat(page.html("script")).isEqualTo("<script>let text = \"it's <\\/script>\";</script>");
    }

    @Test
    void messagesAreInTheLanguageOfTheHandshake() {
        assertThat(page.html("message")).isEqualTo("<p>Guten Morgen, Ada</p>");
        try (TestPage english = browser.open("features", "Accept-Language", "en")) {
            assertThat(english.html("message")).isEqualTo("<p>Good morning, Ada</p>");
        }
    }

    @Test
    void fragmentsOfOtherTemplatesAreInserted() {
        assertThat(page.html("other")).isEqualTo("<div><b class=\"badge\">new</b></div>");
    }

    @Test
    void utilityObjectsAreThere() {
        assertThat(page.html("utilities")).isEqualTo("<p>03.02.2026 2 TEA</p>");
    }

    @Test
    void typesOfJavaTimeMayBeUsed() {
        assertThat(page.html("types")).isEqualTo("<p>TUESDAY</p>");
    }

    @Test
    void absoluteServerRelativeAndRelativeLinksAreLeftWhereTheyLead() {
        assertThat(page.html("links"))
                .isEqualTo("<p><a href=\"https://example.com/x?q=a%20b\">1</a><a href=\"/other/app\">2</a>"
                        + "<a href=\"details\">3</a></p>");
    }

    @Test
    void linksOfTheApplicationGetItsContextPath() {
        assertThat(page.html("applicationLink")).isEqualTo("<a href=\"/shop/orders/7?from=live\">static</a>");
    }

    @Test
    void formsGetACsrfTokenThatCanBePosted() {
        String form = page.html("action");

        assertThat(form).startsWith("<form method=\"post\" action=\"/shop/orders\">");
        String token = TestBrowser.csrfToken(form);
        assertThat(browser.post("/orders", Map.of("article", "tea", "_csrf", token))
                        .body())
                .isEqualTo("ordered tea");
        assertThat(browser.post("/orders", Map.of("article", "tea", "_csrf", token + "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/orders", Map.of("article", "tea")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void beansCanBeAsked() {
        assertThat(page.html("bean")).isEqualTo("<p>3</p>");
    }

    @Test
    void doubleBracesUseTheFormattersOfTheApplication() {
        assertThat(page.html("converted")).isEqualTo("<p>12 coins</p>");
    }

    @Test
    void parametersAreThoseOfTheHandshake() {
        assertThat(page.html("param")).isEqualTo("<p><i>find me</i><i>1</i><i></i></p>");
    }

    @Test
    void anObjectCanBeSelected() {
        assertThat(page.html("selection")).isEqualTo("<p><i>tea</i> <i>3</i></p>");
    }

    @Test
    void fieldsAreBoundToTheFormsObject() {
        assertThat(page.html("field"))
                .isEqualTo("<form><input id=\"article\" name=\"article\" value=\"tea\">"
                        + "<select id=\"quantity\" name=\"quantity\"><option value=\"2\">two</option>"
                        + "<option value=\"3\" selected=\"selected\">three</option></select></form>");
    }

    @Test
    void errorsOfABindingResultInTheModelAreShown() {
        assertThat(page.html("errors"))
                .isEqualTo("<form><input id=\"quantity\" name=\"quantity\" value=\"-1\" class=\"wrong\">"
                        + "<em>Mindestens eins</em><strong>Der Laden ist zu</strong></form>");
    }

    @Test
    void authorizeAsksForThePagesUser() {
        assertThat(page.html("authorize")).isEqualTo("<p><b>signed in</b></p>");
        TestBrowser admin = new TestBrowser(port, "/shop").signIn("root", "secret");
        try (TestPage other = admin.open("features")) {
            assertThat(other.html("authorize")).isEqualTo("<p><b>signed in</b><b>admin</b></p>");
        }
    }

    @Test
    void authorizeKnowsAnAnonymousPage() {
        try (TestPage anonymous = new TestBrowser(port, "/shop").open("features")) {
            assertThat(anonymous.html("authorize")).isEqualTo("<p><b>anonymous</b></p>");
        }
    }

    @Test
    void authorizeUrlAsksTheFilterChain() {
        assertThat(page.html("authorizeUrl")).isEqualTo("<p><b>orders</b></p>");
        TestBrowser admin = new TestBrowser(port, "/shop").signIn("root", "secret");
        try (TestPage other = admin.open("features")) {
            assertThat(other.html("authorizeUrl")).isEqualTo("<p><b>admin</b><b>orders</b></p>");
        }
        try (TestPage anonymous = new TestBrowser(port, "/shop").open("features")) {
            assertThat(anonymous.html("authorizeUrl")).isEqualTo("<p></p>");
        }
    }

    @Test
    void authenticationIsThatOfThePagesUser() {
        assertThat(page.html("authentication")).isEqualTo("<p>alice</p>");
    }

    @Test
    void authorizationObjectsAreThere() {
        assertThat(page.html("authorization")).isEqualTo("<p>alice true</p>");
    }

    @Test
    void sessionAttributesAreThere() {
        assertThat(page.html("session")).isEqualTo("<p>full</p>");
    }

    @Test
    void sessionAttributesAreReadWhenTheyAreRendered() {
        browser.get("/remember?basket=fuller");

        assertThat(page.html("session")).isEqualTo("<p>fuller</p>");
    }

    @Test
    void sessionAttributesAreEmptyWithoutASession() {
        try (TestPage sessionless = new TestBrowser(port, "/shop").open("features")) {
            assertThat(sessionless.html("session")).isEqualTo("<p></p>");
        }
    }

    @Test
    void aPageOfASessionThatEndedIsClosedAndComesBackWithoutItsAttributes() {
        TestBrowser visitor = new TestBrowser(port, "/shop");
        visitor.get("/remember?basket=full");
        try (TestPage other = visitor.open("features")) {
            assertThat(other.html("session")).isEqualTo("<p>full</p>");

            visitor.get("/forget");

            assertThat(other.closeCode()).isEqualTo(4401);
        }
        try (TestPage again = visitor.open("features")) {
            assertThat(again.html("session")).isEqualTo("<p></p>");
            assertThat(again.html("applicationLink")).isEqualTo("<a href=\"/shop/orders/7?from=live\">static</a>");
        }
    }

    @Test
    void aPageOfASignedInUserIsClosedWhenTheSessionEnds() {
        browser.post("/logout", Map.of("_csrf", TestBrowser.csrfToken(page.html("action"))));

        assertThat(page.closeCode()).isEqualTo(4401);
    }

    @Test
    void controllersAreNamedByMvcUrl() {
        assertThat(page.html("mvcUrl")).isEqualTo("<a href=\"/shop/orders/7\">static</a>");
    }

    @Test
    void aTableRowMayBeTheRootAndParametersOfAFragmentAreVariables() {
        assertThat(page.html("row")).isEqualTo("<tr><td>2</td><td>tea</td></tr>");
    }

    @Test
    void aWholeTemplateMayBeSent() {
        assertThat(page.html("whole")).isEqualTo("<p>a &lt; b</p>");
    }

    @Test
    void theDialectsAttributesAreWritten() {
        assertThat(page.html("dialect_rows"))
                .isEqualTo("<ul><li>" + button("tea", 0) + "</li><li>" + button("&lt;b&gt;", 2) + "</li></ul>");
        assertThat(page.html("dialect_form"))
                .contains("data-liveview-function=\"save\" data-action=\"submit-&gt;page#run\"")
                .contains("data-liveview-keyboard-map=\"{&quot;ctrl+s&quot;:&quot;save&quot;}\"")
                .doesNotContain("lv:");
    }

    private static String button(String item, int index) {
        return "<button type=\"button\" data-action=\"mouseenter-&gt;menu#open click-&gt;page#run click-&gt;page#stop\""
                + " data-liveview-function=\"open_modal\" data-data-id=\"" + item + "\" data-data-at=\"" + index
                + "\" data-liveview-debounce=\"300\">" + item + "</button>";
    }

    @Test
    void theScriptTagIsWrittenWithTheContextPath() {
        assertThat(page.html("dialect_script"))
                .matches("<div><script src=\"/shop/liveview/liveview\\.min\\.js\\?v=[0-9a-f]{12}\" defer"
                        + " data-assets=\"[\\w-]{16}\" nonce=\"r4nd\" data-retry-max=\"9000\"></script></div>");
    }
}
