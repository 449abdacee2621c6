package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page's clock stands still but when a test moves it: what waits for time does not go by itself. */
class SearchBrowserTests extends RecipeTest {

    @Test
    void searchesAtEveryKeyAndShowsWhatItFound() {
        Page page = openWithStoppedClock();

        page.getByLabel("At every key").pressSequentially("FERRIES");

        assertCalls(page, 7, 0, 0);
        assertFound(page, 200);
        assertThat(page.locator("#search-results li").first()).hasText("Quiet ferries of Lisbon");
        page.getByLabel("At every key").fill("100%_");
        assertFound(page, 0);
        page.getByLabel("At every key").fill("<b>");
        assertFound(page, 0);
        page.getByLabel("At every key").fill("");
        assertFound(page, 3000);
        assertThat(page.locator("#search-results li")).hasCount(10);
    }

    @Test
    @DisplayName("D34: a throttled search goes at once, and then once for what was typed meanwhile")
    void throttledSearchIsMadeAtMostOnceInItsTime() {
        Page page = openWithStoppedClock();

        page.getByLabel("At most twice a second").pressSequentially("harbours of");
        assertCalls(page, 0, 0, 1);
        page.clock().runFor(500);

        assertCalls(page, 0, 0, 2);
        assertFound(page, 200);
    }

    @Test
    @DisplayName("D35: a debounced search is made once, after the pause, or at once when the field is left")
    void debouncedSearchIsFlushedByLeavingTheField() {
        Page page = openWithStoppedClock();

        page.getByLabel("After a pause").pressSequentially("orchards");
        page.clock().runFor(499);
        assertCalls(page, 0, 0, 0);
        page.clock().runFor(1);
        assertCalls(page, 0, 1, 0);
        assertFound(page, 200);

        page.getByLabel("After a pause").fill("golden orchards of Cork");
        page.getByLabel("After a pause").press("Tab");
        assertCalls(page, 0, 2, 0);
        assertFound(page, 1);
        page.clock().runFor(1000);
        page.getByLabel("At every key").fill("Golden");
        assertCalls(page, 1, 2, 0);
    }

    private Page openWithStoppedClock() {
        Page page = browser.newPage(1000, 700);
        page.clock().install();
        open(page, "search");
        page.clock().pauseAt(System.currentTimeMillis() + 60_000);
        return page;
    }

    private static void assertCalls(Page page, int atEveryKey, int debounced, int throttled) {
        assertThat(page.locator("#calls b"))
                .hasText(new String[] {String.valueOf(atEveryKey), String.valueOf(debounced), String.valueOf(throttled)
                });
    }

    private static void assertFound(Page page, int count) {
        assertThat(page.locator("#search-results p")).hasText(count + " found");
    }
}
