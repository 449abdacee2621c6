package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModalBrowserTests extends RecipeTest {

    @Test
    @DisplayName("D2: data-data-modal-id, -user-id and -modal-type arrive as modalId, userId and modalType")
    void dataAttributesArriveByTheNamesThatTheHandlerReads() {
        Page page = open("modal");
        Locator dialog = page.getByRole(AriaRole.DIALOG);

        button(demo(page), "Who is user 456").click();
        assertThat(dialog).containsText("Ada Lovelace This is modal 123 of the type details.");
        assertThat(button(dialog, "Close")).isFocused();
        button(dialog, "Close").press("Enter");
        assertThat(dialog).not().isAttached();
        assertThat(button(demo(page), "Who is user 456")).isFocused();

        // A click cannot be faster than this: the second comes before the first is answered.
        button(demo(page), "Block user 789").evaluate("button => { button.focus(); button.click(); button.click(); }");
        assertThat(dialog).hasCount(1);
        assertThat(dialog).containsText("Block Grace Hopper? This is modal 124 of the type confirmation.");

        page.keyboard().press("Escape");
        assertThat(dialog).not().isAttached();
        assertThat(button(demo(page), "Block user 789")).isFocused();
    }

    @Test
    void whatSomebodyWroteIntoTheAttributesIsNeitherBelievedNorMarkup() {
        Page page = open("modal");
        Locator opener = button(demo(page), "Who is user 456");
        opener.evaluate("button => { button.dataset.dataUserId = '1'; button.dataset.dataModalType = '<b>x</b>'; }");

        opener.click();

        assertThat(page.getByRole(AriaRole.DIALOG))
                .containsText("nobody we know This is modal 123 of the type <b>x</b>.");
    }
}
