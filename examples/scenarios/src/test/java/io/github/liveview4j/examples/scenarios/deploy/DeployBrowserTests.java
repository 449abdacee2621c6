package io.github.liveview4j.examples.scenarios.deploy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import io.github.liveview4j.examples.scenarios.Seen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new version of the application, with other style sheets and scripts, under a page that is open. */
class DeployBrowserTests extends ScenarioTest {

    private static final String UPDATED = "This page has been updated. Please reload it when it suits you.";

    /** In place of two servers: the words of this one, with the assets of the version that it is to be. */
    private static final String VERSIONS = """
            window.assets = "of-the-old-version";
            document.addEventListener("readystatechange", () => {
              document.querySelector("script[data-position]").dataset.assets = assets;
            }, { once: true });
            window.WebSocket = class extends WebSocket {
              constructor(...address) {
                super(...address);
                window.cut = () => this.close();
              }
              set onmessage(listener) {
                super.onmessage = ({ data }) => {
                  const text = typeof data === "string" ? data : new TextDecoder().decode(data);
                  const messages = [JSON.parse(text)].flat();
                  for (const message of messages) if (message.type === "welcome") message.assets = assets;
                  listener({ data: JSON.stringify(messages) });
                };
              }
            };""";

    private Page page;
    private Seen seen;

    @BeforeEach
    void openPage() {
        page = newPage();
        seen = new Seen(page);
        page.addInitScript("window.webSocketConfig = { retryMax: 300 }");
        page.addInitScript(VERSIONS);
    }

    @Test
    void newVersionIsToldOnce() {
        open(page, "/deploy");
        assertThat(notice(page)).hasCount(0);
        reconnect();
        assertThat(seen.events()).doesNotContain("updated");

        deploy();
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

        deploy();
        seen.awaitEvent("updated");

        assertThat(seen.notices()).doesNotContain(UPDATED);
    }

    @Test
    void visitAfterANewVersionLoadsThePage() {
        open(page, "/deploy");
        page.evaluate("window.mark = 'the same document'");
        deploy();
        seen.awaitEvent("updated");

        page.locator("#on").click();

        assertThat(page.locator("h1")).hasText("Page one");
        assertThat(page.evaluate("window.mark")).isNull();
    }

    private void deploy() {
        page.evaluate("window.assets = 'of-the-new-version'");
        reconnect();
    }

    private void reconnect() {
        int before = connections();
        page.evaluate("cut()");
        page.waitForFunction(
                "(before) => seenEvents.filter(({ name }) => name === 'connected').length > before", before);
        live(page);
    }

    private int connections() {
        return (int) seen.events().stream().filter("connected"::equals).count();
    }
}
