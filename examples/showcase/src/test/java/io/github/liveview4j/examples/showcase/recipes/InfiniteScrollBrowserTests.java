package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InfiniteScrollBrowserTests extends RecipeTest {

    @Test
    @DisplayName("D33: every page comes once and in order, however one scrolls")
    void scrollingUpAndDownLoadsEveryPageOnce() {
        Page page = open("infinite-scroll");
        assertThat(rows(page)).hasCount(20);

        // While nothing is answered, the same end of the list comes into view again and again.
        page.evaluate("LiveView.disconnect()");
        for (int i = 0; i < 3; i++) {
            bottom(page);
            top(page);
        }
        assertThat(page.evaluate("LiveView.queueLength")).isEqualTo(1);
        page.evaluate("LiveView.connect()");
        assertThat(rows(page)).hasCount(40);

        for (int shown = 40; shown < 100; shown += 20) {
            bottom(page);
            top(page);
            bottom(page);
            assertThat(rows(page).nth(shown)).isAttached();
        }
        top(page);
        assertThat(page.locator("#load-more-trigger p")).hasCount(1);

        List<String> ids = rows(page).locator(".soft").allTextContents();
        assertThat(ids)
                .isEqualTo(IntStream.rangeClosed(1, ids.size())
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Test
    void lastPageEmptiesTheTrigger() {
        Page page = browser.newPage(1000, 700);
        page.navigate(url("/recipes/infinite-scroll?page=149"));
        live(page);

        bottom(page);

        assertThat(page.locator("#load-more-trigger p")).hasCount(0);
        assertThat(rows(page)).hasCount(40);
        assertThat(rows(page).last().locator(".soft")).hasText("3000");
    }

    @Test
    void nextPageIsALinkWhereThereIsNoScript() {
        Page page = browser.newPage(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(url("/recipes/infinite-scroll"));

        demo(page).getByText("Loading more").click();

        assertThat(page).hasURL(url("/recipes/infinite-scroll?page=2"));
        assertThat(rows(page).first().locator(".soft")).hasText("21");
    }

    private static Locator rows(Page page) {
        return page.locator("#items-list li");
    }

    /** Scrolls, and lets the browser look at what is in view, which it does once a frame. */
    private static void bottom(Page page) {
        scroll(page, "box.scrollHeight");
    }

    private static void top(Page page) {
        scroll(page, "0");
    }

    private static void scroll(Page page, String position) {
        page.locator(".scrollbox")
                .evaluate("async box => { box.scrollTop = " + position
                        + "; for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame); }");
    }
}
