package io.github.liveview4j.examples.scenarios.deploy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.WebSocketRoute;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import io.github.liveview4j.examples.scenarios.Seen;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new version of the application, with other style sheets and scripts, under a page that is open. */
class DeployBrowserTests extends ScenarioTest {

    private static final String UPDATED = "This page has been updated. Please reload it when it suits you.";

    private Page page;
    private Seen seen;
    private WebSocketRoute socket;
    private String assets = "of-the-old-version";

    @BeforeEach
    void openTab() {
        page = newPage();
        seen = new Seen(page);
        page.addInitScript("window.webSocketConfig = { retryMax: 300 }");
        // In place of two servers: the words of this one, with the assets of the version that it is to be.
        page.routeWebSocket(Pattern.compile(".*"), route -> {
            socket = route;
            WebSocketRoute server = route.connectToServer();
            server.onMessage(frame -> route.send(ofTheVersion(text(frame))));
        });
        page.route("**/deploy", route -> {
            APIResponse response = route.fetch();
            route.fulfill(new FulfillOptions()
                    .setResponse(response)
                    .setBody(response.text()
                            .replaceAll(" data-assets=\"[^\"]*\"", "")
                            .replace(" data-position=", " data-assets=\"" + assets + "\" data-position=")));
        });
    }

    @Test
    void newVersionIsToldOnce() {
        open(page, "/deploy");
        assertThat(notice(page)).hasCount(0);
        reconnect();
        assertThat(seen.events()).doesNotContain("updated");

        assets = "of-the-new-version";
        reconnect();
        assertThat(notice(page)).hasText(UPDATED);
        reconnect();
        reconnect();

        assertThat(seen.events().stream().filter("updated"::equals)).hasSize(1);
        assertThat(seen.notices().stream().filter(UPDATED::equals)).hasSize(1);
    }

    @Test
    void pageThatTellsItselfGetsNoNotice() {
        page.addInitScript("document.addEventListener('liveview:updated', (event) => event.preventDefault())");
        open(page, "/deploy");

        assets = "of-the-new-version";
        reconnect();
        seen.awaitEvent("updated");

        assertThat(seen.notices()).doesNotContain(UPDATED);
    }

    @Test
    void visitAfterANewVersionLoadsThePage() {
        open(page, "/deploy");
        page.evaluate("window.mark = 'the same document'");
        assets = "of-the-new-version";
        reconnect();
        seen.awaitEvent("updated");

        page.locator("#on").click();

        assertThat(page.locator("h1")).hasText("Page one");
        assertThat(page.evaluate("window.mark")).isNull();
    }

    private void reconnect() {
        int before = count("connected");
        socket.close();
        page.waitForFunction(
                "(before) => seenEvents.filter(({ name }) => name === 'connected').length > before", before);
        live(page);
    }

    private int count(String event) {
        return (int) seen.events().stream().filter(event::equals).count();
    }

    private String ofTheVersion(String frame) {
        return frame.replaceAll("\"assets\":\"[^\"]*\",?", "")
                .replace("\"type\":\"welcome\"", "\"type\":\"welcome\",\"assets\":\"" + assets + "\"");
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() != null ? frame.text() : new String(frame.binary(), StandardCharsets.UTF_8);
    }
}
