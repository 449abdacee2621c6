package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.showcase.ShowcaseApplication;
import io.github.liveview4j.examples.support.ApplicationProcess;
import io.github.liveview4j.examples.support.BrowserExtension;
import io.github.liveview4j.examples.support.TestRedis;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two showcases with a Redis between them. */
class TwoNodesTests {

    @RegisterExtension
    static final BrowserExtension browser = new BrowserExtension();

    /** The Redis may be one that others use. */
    private final String prefix = "showcase-" + UUID.randomUUID();

    private ApplicationProcess first;
    private ApplicationProcess second;

    @BeforeEach
    void start() throws IOException {
        first = node();
        second = node();
    }

    @AfterEach
    void stop() throws Exception {
        for (ApplicationProcess node : new ApplicationProcess[] {first, second}) {
            if (node != null) {
                node.kill();
            }
        }
    }

    @Test
    void whatIsSentOnOneNodeIsShownOnBoth() {
        Page sender = open(first, "notify");
        Page other = open(second, "hello");

        sender.getByLabel("Message").fill("Lunch is ready");
        sender.getByLabel("Message").press("Enter");

        assertThat(notification(sender)).isVisible();
        assertThat(notification(other)).isVisible();
    }

    private static Locator notification(Page page) {
        return page.locator("#notifications").getByText("Lunch is ready");
    }

    private static Page open(ApplicationProcess node, String recipe) {
        Page page = browser.newPage(1000, 700);
        page.navigate(node.url() + "recipes/" + recipe);
        assertThat(page.locator("html")).hasAttribute("data-liveview-status", "connected");
        return page;
    }

    private ApplicationProcess node() throws IOException {
        return new ApplicationProcess(
                ShowcaseApplication.class,
                "--liveview.broadcast=redis",
                "--liveview.signing-key=the-same-for-all-nodes-of-this-test",
                "--spring.data.redis.url=" + TestRedis.url(),
                "--liveview.redis.prefix=" + prefix);
    }
}
