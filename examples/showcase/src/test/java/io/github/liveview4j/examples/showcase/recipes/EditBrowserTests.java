package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EditBrowserTests extends RecipeTest {

    @Test
    @DisplayName("D13, D28: a row stays a row of its table, the cursor is in its first field, and Enter saves")
    void rowBecomesAFormAndARowAgain() {
        Page page = open("edit");
        Locator rows = page.locator("tbody tr");
        Locator row = page.locator("tbody > tr#book-1");
        Locator title = row.getByLabel("Title");

        button(row, "Edit").click();
        assertThat(title).isFocused();
        assertThat(row.locator("> td")).hasAttribute("colspan", "3");
        title.fill("<b>Emma</b> & co");
        title.press("Enter");

        assertThat(row.locator("> td")).hasText(new String[] {"<b>Emma</b> & co", "Jane Austen", "Edit"});
        assertThat(button(row, "Edit")).isFocused();
        assertThat(rows).hasCount(3);
        assertThat(page).hasURL(url("/recipes/edit"));

        page.reload();
        live(page);
        assertThat(row.locator("> td").first()).hasText("<b>Emma</b> & co");
    }

    @Test
    void everyRowHasItsOwnFormAndCancelForgetsWhatWasTyped() {
        Page page = open("edit");
        Locator second = page.locator("#book-2");
        Locator third = page.locator("#book-3");

        button(second, "Edit").click();
        button(third, "Edit").click();
        assertThat(third.getByLabel("Title")).isFocused();
        second.getByLabel("Title").fill("Romola");
        third.getByLabel("Title").fill("Shirley");
        button(third, "Cancel").click();
        assertThat(third.locator("> td").first()).hasText("Villette");
        assertThat(second.getByLabel("Title")).hasValue("Romola");

        second.getByLabel("Author").fill("");
        button(second, "Save").click();
        assertThat(second.getByLabel("Author")).isFocused();
        second.getByLabel("Author").fill("   ");
        button(second, "Save").dblclick();
        assertThat(second.locator("> td")).hasText(new String[] {"Romola", "George Eliot", "Edit"});
    }
}
