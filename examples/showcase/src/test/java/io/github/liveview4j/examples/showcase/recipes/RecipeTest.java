package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.liveview4j.examples.support.BrowserExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test that goes through the page of a recipe, in a real browser, at a real server. All of them share one application and
 * one browser; every page is another visitor.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "showcase.notification-time=500ms",
            "showcase.processing-time=1ms",
            "showcase.mail-notification-time=500ms"
        })
public abstract class RecipeTest {

    @RegisterExtension
    protected static final BrowserExtension browser = new BrowserExtension();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        Mailbox.configure(properties);
    }

    @LocalServerPort
    private int port;

    /** Opens a recipe as a new visitor, and waits until its page is live. */
    protected Page open(String recipe) {
        return open(browser.newPage(1000, 700), recipe);
    }

    /** Opens a recipe in a page that there is, and waits until it is live. */
    protected Page open(Page page, String recipe) {
        page.navigate(url("/recipes/" + recipe));
        live(page);
        return page;
    }

    /** Opens a recipe as somebody who has signed in. */
    protected Page openAs(String user, String recipe) {
        Page page = browser.newPage(1000, 700);
        signIn(page, user);
        return open(page, recipe);
    }

    /** Makes the visitor of a page somebody who has signed in. */
    protected void signIn(Page page, String user) {
        page.navigate(url("/login"));
        page.getByLabel("Name").fill(user);
        page.getByLabel("Password").fill(user);
        button(page.locator("main"), "Sign in").click();
        assertThat(page.getByText("Signed in as " + user)).isVisible();
    }

    protected String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** The part of the page that the recipe is. */
    protected static Locator demo(Page page) {
        return page.locator(".demo");
    }

    protected static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** Waits until the page has its connection. */
    protected static void live(Page page) {
        assertThat(page.locator("html")).hasAttribute("data-liveview-status", "connected");
    }
}
