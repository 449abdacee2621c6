package io.github.liveview4j.examples.scenarios.pagestate;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a page shows and what the server knows of it agree, also after the server has forgotten it. */
class PageStateBrowserTests {

    @RegisterExtension
    static final BrowserExtension browser = new BrowserExtension();

    private @Nullable ApplicationProcess application;
    private Page page;
    private Seen seen;

    @AfterEach
    void stop() throws InterruptedException {
        if (application != null) {
            application.kill();
        }
    }

    private ApplicationProcess start(String... arguments) throws IOException {
        ApplicationProcess started = new ApplicationProcess(ScenariosApplication.class, arguments);
        application = started;
        page = browser.newPage(800, 600);
        seen = new Seen(page);
        page.addInitScript("window.webSocketConfig = { retryMax: 500 }");
        page.navigate(started.url() + "page-state");
        assertThat(page.locator("html")).hasAttribute("data-liveview-status", "connected");
        return started;
    }

    private Locator count() {
        return page.locator("#count");
    }

    private void clicks() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Count"))
                .click();
    }

    @Test
    void anIdlePageBeginsAnewAndKeepsWhatWasTyped() throws IOException {
        start("--spring.profiles.active=page-state", "--liveview.scope.idle-time=2s");
        page.getByLabel("Note").fill("Still here");
        clicks();
        assertThat(count()).hasText("1");

        seen.awaitEvent("resynced");

        assertThat(count()).hasText("0");
        assertThat(page.getByLabel("Note")).hasValue("Still here");
        clicks();
        assertThat(count()).hasText("1");
        assertThat(seen.errors()).isEqualTo(List.of());
    }

    @Test
    void aPageOfAServerThatWasStartedAgainBeginsAnew() throws Exception {
        browser.expectErrors("^WebSocket connection to .* failed");
        ApplicationProcess server = start(
                "--spring.profiles.active=page-state", "--liveview.signing-key=the-same-for-every-run-of-this-server");
        clicks();
        assertThat(count()).hasText("1");
        clicks();
        assertThat(count()).hasText("2");

        server.kill();
        assertThat(page.locator("html")).hasAttribute("data-liveview-status", "disconnected");
        server.start();
        seen.awaitEvent("resynced");

        assertThat(count()).hasText("0");
        clicks();
        assertThat(count()).hasText("1");
        assertThat(seen.errors()).isEqualTo(List.of());
    }
}
