package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Pages that have another library as well, which neither disturbs this one nor is disturbed by it. */
class BesideOthersBrowserTests extends RecipeTest {

    @Test
    void whatHtmxBringsCallsHandlers() {
        Page page = openBeside("htmx");

        button(page.locator("body"), "Fetch the form").click();
        page.getByLabel("Name").fill("Ada");
        button(page.locator("body"), "Greet").click();

        assertThat(page.locator("#greeting")).hasText("Hello, Ada");
        assertThat(page).hasURL(url("/beside/htmx"));
    }

    @Test
    void whatHandlersBringIsKnownToHtmx() {
        Page page = openBeside("htmx");

        button(page.locator("body"), "Bring a link").click();
        page.getByText("Ask").click();

        assertThat(page.locator("#answer")).hasText("The answer of the controller");
        assertThat(page).hasURL(url("/beside/htmx"));
    }

    @Test
    void alpineKeepsItsStateThroughAnUpdate() {
        Page page = openBeside("alpine");
        Locator details = page.getByText("Details of version");
        Locator times = page.locator("output");
        Locator toggle = button(page.locator("body"), "Details");
        assertThat(details).isHidden();

        toggle.click();
        assertThat(details).isVisible();
        button(page.locator("body"), "Next version").click();

        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Version 2");
        assertThat(details).hasText("Details of version 2");
        assertThat(details).isVisible();
        assertThat(times).hasText("1");
        toggle.click();
        assertThat(details).isHidden();
        assertThat(times).hasText("2");
        button(page.locator("body"), "Next version").click();
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Version 3");
        assertThat(details).isHidden();
    }

    @Test
    void alpineTakesUpWhatIsNew() {
        Page page = openBeside("alpine");

        button(page.locator("body"), "Another").click();
        button(page.locator("#brought"), "0 clicks").click();

        assertThat(page.locator("#brought")).hasText("1 clicks");
    }

    @Test
    void controllersOfAnotherStimulusConnectToWhatIsNew() {
        Page page = openBeside("stimulus");

        button(page.locator("body"), "Another").click();
        button(page.locator("#brought"), "0").click();
        assertThat(page.locator("#brought")).hasText("1");

        button(page.locator("body"), "Another").click();
        assertThat(page.locator("#brought > li")).hasText(new String[] {"1", "0"});
    }

    private Page openBeside(String library) {
        Page page = browser.newPage(1000, 700);
        page.navigate(url("/beside/" + library));
        live(page);
        return page;
    }
}
