package io.github.liveview4j.examples.scenarios.nosocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import io.github.liveview4j.examples.support.TcpProxy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A page that has no socket, or not yet. */
class NoSocketBrowserTests extends ScenarioTest {

    /** Sockets are opened when {@code openSockets()} is called, and until then are on their way. */
    private static final String HELD_SOCKETS = """
            const Real = window.WebSocket;
            const allowed = new Promise((open) => (window.openSockets = open));
            window.WebSocket = class {
              readyState = 0;
              constructor(...address) {
                allowed.then(() => {
                  this.real = new Real(...address);
                  this.real.binaryType = this.binaryType ?? "blob";
                  for (const name of ["onopen", "onmessage", "onclose"]) {
                    this.real[name] = (event) => {
                      this.readyState = this.real.readyState;
                      this[name]?.(event);
                    };
                  }
                });
              }
              send(data) {
                this.real.send(data);
              }
              close(...why) {
                this.real?.close(...why);
              }
            };""";

    @Autowired
    private NoSocket noSocket;

    @BeforeEach
    void clear() {
        noSocket.clear();
    }

    @Test
    void formWithAnAddressIsSentByTheBrowserBeforeThereIsAConnection() {
        Page page = newPage();
        page.addInitScript(HELD_SOCKETS);
        page.navigate(url("/no-socket"));

        order(page, "Tea");
        assertThat(orders(page)).hasText(new String[] {"Tea by post"});
        assertThat(page).hasURL(url("/no-socket"));

        page.evaluate("openSockets()");
        live(page);
        order(page, "Coffee");
        assertThat(orders(page)).hasText(new String[] {"Tea by post", "Coffee by socket"});
    }

    @Test
    void formWithAnAddressWaitsOnceThereWasAConnection() {
        browser.expectErrors(NETWORK_FAILED);
        TcpProxy proxy = throughAProxy();
        Page page = open("/no-socket");
        page.evaluate("window.mark = 'the same document'");
        proxy.partition();
        lost(page);

        order(page, "Tea");
        proxy.restore();

        assertThat(orders(page)).hasText(new String[] {"Tea by socket"});
        assertThat(page.evaluate("window.mark")).isEqualTo("the same document");
    }

    @Test
    void clickBeforeTheSocketIsOpenIsDeliveredOnceItIs() {
        Page page = newPage();
        page.addInitScript(HELD_SOCKETS);
        page.navigate(url("/no-socket"));
        page.waitForFunction("window.LiveView");
        button(page, "Greet").click();
        assertThat(page.evaluate("LiveView.queueLength")).isEqualTo(1);

        page.evaluate("openSockets()");

        assertThat(page.locator("#greetings")).hasText("1");
        button(page, "Greet").click();
        assertThat(page.locator("#greetings")).hasText("2");
    }

    @Test
    void formWorksWithoutJavaScript() {
        Page page = browser.newPage(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(url("/no-socket"));

        order(page, "Water");

        assertThat(orders(page)).hasText(new String[] {"Water by post"});
    }

    private static void order(Page page, String what) {
        page.getByLabel("What").fill(what);
        page.getByLabel("What").press("Enter");
    }

    private static Locator orders(Page page) {
        return page.locator("#orders > li");
    }
}
