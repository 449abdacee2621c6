package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MiddlewareBrowserTests extends RecipeTest {

    @Test
    @DisplayName(
            "D47: a veto keeps the call from its handler; the log sees it all the same, and calls of what does not exist")
    void logSeesEveryCallAndTheVetoEndsOne() {
        browser.expectErrors("LiveView: no_such_handler: error unknown_function");
        Page page = open("middleware");
        Locator result = page.locator("#result");

        button(demo(page), "Something sensitive").click();
        assertThat(result).hasText("Only after you sign in");
        button(demo(page), "Something harmless").click();
        assertThat(result).hasText("Done for anybody");
        button(demo(page), "Something that does not exist").click();

        assertThat(page.locator("#calls li")).hasText(new String[] {
            "sensitive_action somebody", "harmless_action somebody", "no_such_handler somebody"
        });
        assertThat(result).hasText("Done for anybody");
    }

    @Test
    void whoSignedInPasses() {
        Page page = openAs("ada", "middleware");

        button(demo(page), "Something sensitive").click();

        assertThat(page.locator("#result")).hasText("Done for ada");
        assertThat(page.locator("#calls li")).hasText(new String[] {"sensitive_action ada"});
    }
}
