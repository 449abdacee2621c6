package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.liveview4j.examples.showcase.catalogue.Catalogue;
import io.github.liveview4j.examples.showcase.catalogue.Recipe;
import io.github.liveview4j.examples.support.Accessibility;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** axe-core has nothing against any page, nor against what pages show for a while. */
class AccessibilityBrowserTests extends RecipeTest {

    /** It refuses the sockets of people who have not signed in. */
    private static final String WITH_A_DOOR = "shared-room";

    @Test
    void everyPageOfAVisitor() {
        browser.expectErrors("WebSocket connection to .* failed");
        Page page = browser.newPage(1000, 700);

        Assertions.assertAll(pages().map(path -> () -> {
            page.navigate(url(path));
            assertThat(page.locator("html"))
                    .hasAttribute("data-liveview-status", path.endsWith(WITH_A_DOOR) ? "disconnected" : "connected");
            Accessibility.check(page);
        }));
    }

    @Test
    void everyPageOfSomebodyWhoHasSignedIn() {
        Page page = openAs("ada", "hello");

        Assertions.assertAll(pages().map(path -> () -> {
            page.navigate(url(path));
            live(page);
            Accessibility.check(page);
        }));
    }

    @Test
    void loginThatWasRefused() {
        Page page = browser.newPage(1000, 700);
        page.navigate(url("/login?error"));
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();

        Accessibility.check(page);
    }

    @Test
    void openDialogs() {
        Page page = open("dialog");
        button(demo(page), "Open the dialog").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        Accessibility.check(page);

        open(page, "modal");
        button(demo(page), "Block user 789").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        Accessibility.check(page);
    }

    @Test
    void errorsBesideTheirFields() {
        Page page = open("contact");
        page.getByLabel("Your name").fill("   ");
        page.getByLabel("E-mail").fill("ada@example.org");
        page.getByLabel("Message").fill("Help");
        button(demo(page), "Send").click();
        assertThat(page.locator(".error")).hasCount(2);
        Accessibility.check(page);

        open(page, "validate");
        page.getByLabel("Name").fill("Al");
        page.getByLabel("Name").press("Tab");
        assertThat(page.locator("#error-name .error")).isVisible();
        page.getByLabel("E-mail").fill("al@example.org");
        page.getByLabel("E-mail").blur();
        assertThat(page.locator("#error-email .ok")).isVisible();
        Accessibility.check(page);
    }

    @Test
    void whatHandlersBring() {
        Page page = open("notify");
        page.getByLabel("Message").fill("Hello, everybody");
        page.getByLabel("Message").press("Enter");
        assertThat(page.locator("#notifications .note")).isVisible();
        Accessibility.check(page);

        open(page, "edit");
        // Another test may have given the book another title.
        button(demo(page), "Edit").first().click();
        assertThat(page.getByLabel("Title")).isFocused();
        Accessibility.check(page);

        open(page, "blog");
        button(demo(page), "Comments").first().click();
        assertThat(page.getByLabel("Your comment")).isVisible();
        Accessibility.check(page);

        open(page, "keyboard");
        // Until its code is there: it is loaded when a page has a map of keys.
        page.waitForCondition(() -> {
            page.keyboard().press("Control+Shift+P");
            return page.locator("#palette .note").isVisible();
        });
        Accessibility.check(page);
    }

    @Test
    void noticeThatTheConnectionIsLost() {
        Page page = open("hello");
        page.context().setOffline(true);
        assertThat(page.locator("#liveview-notice")).hasText("Connection lost. Trying again…");

        Accessibility.check(page);
    }

    @Test
    void noticeThatSomethingDidNotWork() {
        browser.expectErrors("no_such_handler: error");
        Page page = open("middleware");
        button(demo(page), "Something that does not exist").click();
        assertThat(page.locator("#liveview-notice")).containsText("That did not work.");

        Accessibility.check(page);
    }

    private static Stream<String> pages() {
        return Stream.concat(
                List.of("/", "/login").stream(),
                new Catalogue().all().stream().map(Recipe::id).map(recipe -> "/recipes/" + recipe));
    }
}
