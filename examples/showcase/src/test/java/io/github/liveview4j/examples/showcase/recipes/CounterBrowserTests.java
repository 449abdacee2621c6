package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CounterBrowserTests extends RecipeTest {

    @Test
    @DisplayName("D8: an element that came with an update is initialised too, and each exactly once")
    void everyCounterIsInitialisedOnce() {
        Page page = browser.newPage(1000, 700);
        SentCalls calls = new SentCalls(page);
        open(page, "counter");
        Locator values = page.locator("output");

        assertThat(values).hasText(new String[] {"0"});
        button(demo(page), "Add one to counter 1").dblclick();
        assertThat(values).hasText(new String[] {"2"});

        button(demo(page), "Add another counter").click();
        assertThat(values).hasText(new String[] {"2", "20"});
        button(demo(page), "Add another counter").click();
        assertThat(values).hasText(new String[] {"2", "20", "30"});
        button(demo(page), "Add one to counter 2").click();
        assertThat(values).hasText(new String[] {"2", "21", "30"});
        calls.assertAre(
                "init_counter",
                "increment",
                "increment",
                "add_counter",
                "init_counter",
                "add_counter",
                "init_counter",
                "increment");

        assertThat(open("counter").locator("output")).hasText(new String[] {"0"});
    }
}
