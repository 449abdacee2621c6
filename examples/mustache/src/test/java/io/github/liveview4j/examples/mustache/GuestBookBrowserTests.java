package io.github.liveview4j.examples.mustache;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.liveview4j.examples.support.Accessibility;
import io.github.liveview4j.examples.support.BrowserExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The guest book in a browser: a page, an answer and a broadcast, all of Mustache. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GuestBookBrowserTests {

    @RegisterExtension
    static final BrowserExtension browser = new BrowserExtension();

    @LocalServerPort
    private int port;

    private Page open() {
        Page page = browser.newPage();
        page.navigate("http://localhost:" + port + "/");
        assertThat(page.locator("html")).hasAttribute("data-liveview-status", "connected");
        return page;
    }

    private static void sign(Page page, String name) {
        page.getByLabel("Your name").fill(name);
        page.getByRole(AriaRole.BUTTON).click();
    }

    @Test
    void whoSignsIsShownOnEveryPage() {
        Page ada = open();
        Page grace = open();
        grace.getByLabel("Your name").fill("Gra");

        sign(ada, "Ada <3");

        assertThat(ada.locator("#guests li")).hasText(new String[] {"Ada <3"});
        assertThat(ada.getByLabel("Your name")).hasValue("");
        assertThat(grace.locator("#guests li")).hasText(new String[] {"Ada <3"});
        assertThat(grace.getByLabel("Your name")).hasValue("Gra");
        assertThat(open().locator("#guests li")).hasText(new String[] {"Ada <3"});

        sign(grace, " ");
        assertThat(grace.getByRole(AriaRole.ALERT)).hasText("A name has 1 to 50 characters.");
        Accessibility.check(grace);
    }
}
