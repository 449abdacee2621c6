package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FirstStepsBrowserTests extends RecipeTest {

    @Test
    void helloGreetsByName() {
        Page page = open("hello");

        page.getByLabel("Your name").fill("Ada");
        button(demo(page), "Say hello").click();

        assertThat(page.locator("#greeting")).hasText("Hello, Ada");
    }

    @Test
    void helloGreetsByNameWithoutAScript() {
        try (BrowserContext context =
                browser.newPage().context().browser().newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(url("/recipes/hello"));

            page.getByLabel("Your name").fill("<b>Ada</b>");
            button(demo(page), "Say hello").click();

            assertThat(page.locator("#greeting")).hasText("Hello, <b>Ada</b>");
            assertThat(page).hasURL(url("/recipes/hello"));

            button(demo(page), "Say hello").click();

            assertThat(page.locator("#greeting")).hasText("Hello, World");
        }
    }

    @Test
    void replaceChangesTheInsideOfTheElement() {
        Page page = open("replace");
        String before = page.locator("#clock").textContent();

        button(demo(page), "What time is it").click();

        assertThat(page.locator("#clock")).not().hasText(before);
        assertThat(page.locator("#clock")).hasText(Pattern.compile("At the server it is \\d\\d:\\d\\d:\\d\\d\\.\\d+"));
    }

    @Test
    void appendAddsAtTheEndAndKeepsTheRest() {
        Page page = open("append");

        page.getByLabel("To buy").fill("Cheese");
        button(demo(page), "Add").click();
        page.getByLabel("To buy").fill("<b>Wine</b>");
        page.getByLabel("To buy").press("Enter");

        assertThat(page.locator("#items li")).hasText(new String[] {"Bread", "Butter", "Cheese", "<b>Wine</b>"});
    }
}
