package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class RemoveBrowserTests extends RecipeTest {

    @Test
    void rowsGoOneByOneUntilNothingIsLeft() {
        Page page = open("remove");
        button(demo(page), "Start again").click();
        Locator rows = page.locator("#items li");
        assertThat(rows).hasCount(3);

        button(demo(page), "Delete Call Grace").click();
        assertThat(rows).containsText(new String[] {"Water the plants", "Fix the bike"});
        assertThat(page.locator("#items")).isFocused();

        page.reload();
        live(page);
        assertThat(rows).hasCount(2);

        button(demo(page), "Delete Water the plants").click();
        button(demo(page), "Delete Fix the bike").click();
        assertThat(rows).hasText(new String[] {"Nothing left to do."});
        // No handler said so: the button that had the focus went with the list's old content.
        assertThat(page.locator("#items")).isFocused();
    }

    @Test
    void deletingTwiceIsHarmless() {
        Page page = open("remove");
        Page other = open("remove");
        button(demo(page), "Start again").click();
        button(demo(other), "Start again").click();
        Locator rows = page.locator("#items li");
        Locator otherRows = other.locator("#items li");
        assertThat(rows).hasCount(3);
        assertThat(otherRows).hasCount(3);

        // A click cannot be faster than this: the second comes before the first is answered.
        button(demo(page), "Delete Call Grace").evaluate("button => { button.click(); button.click(); }");
        assertThat(rows).hasCount(2);
        button(demo(page), "Delete Water the plants").click();
        assertThat(rows).hasCount(1);

        button(demo(other), "Delete Call Grace").click();
        assertThat(otherRows).containsText(new String[] {"Fix the bike"});
    }
}
