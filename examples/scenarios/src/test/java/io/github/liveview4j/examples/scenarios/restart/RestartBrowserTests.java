package io.github.liveview4j.examples.scenarios.restart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.liveview4j.examples.scenarios.ScenariosApplication;
import io.github.liveview4j.examples.scenarios.Seen;
import io.github.liveview4j.examples.support.ApplicationProcess;
import io.github.liveview4j.examples.support.BrowserExtension;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that is killed and started again has forgotten everything; the user does not notice more than a pause. */
class RestartBrowserTests {

    @RegisterExtension
    static final BrowserExtension browser = new BrowserExtension();

    private static ApplicationProcess application;

    @BeforeAll
    static void start() throws IOException {
        application = new ApplicationProcess(
                ScenariosApplication.class, "--liveview.signing-key=the-same-for-every-run-of-this-server");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (application != null) {
            application.kill();
        }
    }

    @Test
    void userKeepsWhatWasTypedAndTheServerIsToldOfItAgain() throws Exception {
        browser.expectErrors("^WebSocket connection to .* failed");
        Page page = browser.newPage(800, 600);
        Seen seen = new Seen(page);
        page.addInitScript("window.webSocketConfig = { retryMax: 500 }");
        page.navigate(application.url() + "restart");
        status(page, "connected");
        String run = page.locator("#run").textContent();
        page.getByLabel("Note").fill("Not for you");
        page.getByLabel("Title").pressSequentially("Once upon");
        page.keyboard().press("Tab");
        assertThat(page.locator("#draft-length")).hasText("9 characters");
        page.getByLabel("Title").press("End");

        application.kill();
        status(page, "disconnected");
        page.keyboard().type(" a time");
        button(page, "Count").dispatchEvent("click");
        Locator notice = page.locator("#liveview-notice");
        assertThat(notice).hasText("Connection lost. Trying again…");
        application.start();
        status(page, "connected");
        seen.awaitEvent("resynced");

        assertThat(page.locator("#run")).not().hasText(run);
        assertThat(page.getByLabel("Title")).hasValue("Once upon a time");
        assertThat(page.getByLabel("Title")).isFocused();
        assertThat(page.getByLabel("Note")).hasValue("Not for you");
        assertThat(page.locator("#draft-length")).hasText("16 characters");
        button(page, "Show the draft").click();
        assertThat(page.locator("#draft-kept")).hasText("Once upon a time");
        assertThat(page.locator("#recoveries > li")).hasCount(0);

        // The click that was made meanwhile counted, and counted once.
        assertThat(page.locator("#count")).hasText("1");
        button(page, "Count").click();
        assertThat(page.locator("#count")).hasText("2");

        assertThat(seen.noticeAfterLoss()).isBetween(1_900.0, 4_000.0);
        assertThat(seen.notices()).isEqualTo(List.of("Connection lost. Trying again…", "Connected again."));
        assertThat(page.getByText("Connected again.")).hasCount(0);
        assertThat(seen.errors()).isEqualTo(List.of());
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void status(Page page, String status) {
        assertThat(page.locator("html")).hasAttribute("data-liveview-status", status);
    }
}
