package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class NavigateBrowserTests extends RecipeTest {

    @Test
    void contentAddressAndTitleChangeTogetherWithoutAnotherPageBeingLoaded() {
        Page page = open("navigate");
        page.evaluate("window.sameDocument = true");

        assertShows(page, "Home");
        link(page, "About");
        assertShows(page, "About us");
        assertThat(page).hasURL(url("/recipes/navigate?section=about"));
        link(page, "Contact");
        assertShows(page, "Contact");
        assertThat(page).hasURL(url("/recipes/navigate?section=contact"));
        assertThat(page.locator("#section p")).hasText("Write to hello@example.org.");

        Assertions.assertEquals(true, page.evaluate("window.sameDocument"));
    }

    @Test
    void pushedAddressShowsTheSameWhenItIsOpened() {
        Page page = open("navigate");
        link(page, "About");
        assertShows(page, "About us");
        String shown = page.locator("#section").innerText();

        page.reload();
        live(page);

        assertShows(page, "About us");
        assertThat(page.locator("#section")).hasText(shown);
        assertShows(open("navigate?section=<b>nowhere</b>"), "Home");
    }

    private static void link(Page page, String name) {
        demo(page)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    private static void assertShows(Page page, String title) {
        assertThat(page.locator("#section h2")).hasText(title);
        assertThat(page).hasTitle(title);
    }
}
