package io.github.liveview4j.examples.scenarios;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.liveview4j.examples.support.BrowserExtension;
import io.github.liveview4j.examples.support.TcpProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A test that looks at a page in a real browser, at a real server. All of them share one application and one browser; every
 * page is another visitor. A proxy stands on the way for those that open their pages through it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ScenarioTest {

    /** What Chromium itself writes to the console when it does not reach the server, or only half of the way. */
    protected static final String NETWORK_FAILED = "^WebSocket connection to .* failed|^Failed to load resource: net::";

    @RegisterExtension
    protected static final BrowserExtension browser = new BrowserExtension();

    @Autowired
    protected Gate gate;

    @LocalServerPort
    private int port;

    private TcpProxy proxy;

    @AfterEach
    void letEverythingGo() {
        gate.open();
        if (proxy != null) {
            proxy.close();
        }
    }

    /** Opens a page as a new visitor, and waits until it is live. */
    protected Page open(String path) {
        return open(newPage(), path);
    }

    /** Opens a page in a tab that there is, and waits until it is live. */
    protected Page open(Page page, String path) {
        page.navigate(url(path));
        live(page);
        return page;
    }

    /** Returns an empty tab of a new visitor. */
    protected static Page newPage() {
        return browser.newPage(800, 600);
    }

    protected String url(String path) {
        return "http://localhost:" + (proxy == null ? port : proxy.port()) + path;
    }

    /** Returns a proxy through which all pages come that are opened from now on. */
    protected TcpProxy throughAProxy() {
        proxy = new TcpProxy(port);
        return proxy;
    }

    protected static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Waits until the page has its connection. */
    protected static void live(Page page) {
        assertThat(page.locator("html")).hasAttribute("data-liveview-status", "connected");
    }

    /** Waits until the page knows that it has none. */
    protected static void lost(Page page) {
        assertThat(page.locator("html")).hasAttribute("data-liveview-status", "disconnected");
    }

    /** Returns the box in which the library speaks to the user. */
    protected static Locator notice(Page page) {
        return page.locator("#liveview-notice");
    }
}
