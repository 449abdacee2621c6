package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DialogBrowserTests extends RecipeTest {

    private static final String FOCUS_IS_INSIDE =
            "document.querySelector('dialog:modal').contains(document.activeElement) || document.activeElement === document.body";

    @Test
    @DisplayName(
            "D4: page#stop keeps a click inside the dialog from the overlay, and a button fires its own handler only")
    void clickInsideTheDialogIsNoClickOnTheOverlay() {
        Page page = browser.newPage(1000, 700);
        SentCalls calls = new SentCalls(page);
        open(page, "dialog");
        Locator opener = button(demo(page), "Open the dialog");
        Locator dialog = page.getByRole(AriaRole.DIALOG);

        opener.click();
        dialog.getByRole(AriaRole.HEADING).click();
        dialog.click();
        button(dialog, "Confirm").click();

        assertThat(page.locator("#message")).hasText("Action 123 is done.");
        assertThat(dialog).not().isAttached();
        assertThat(opener).isFocused();
        calls.assertAre("open_dialog", "confirm_action");

        opener.click();
        button(dialog, "Cancel").click();
        assertThat(dialog).not().isAttached();
        calls.assertAre("open_dialog", "confirm_action", "open_dialog", "close_dialog");
    }

    @Test
    void overlayAndEscapeCloseTheDialogAndTheFocusGoesBack() {
        Page page = open("dialog");
        Locator opener = button(demo(page), "Open the dialog");
        Locator dialog = page.getByRole(AriaRole.DIALOG);

        opener.click();
        assertThat(dialog).hasAccessibleName("Confirm the action");
        assertThat(button(dialog, "Cancel")).isFocused();
        for (int times = 0; times < 5; times++) {
            page.keyboard().press("Tab");
            // On the body, the browser's own controls would be next.
            Assertions.assertEquals(true, page.evaluate(FOCUS_IS_INSIDE));
        }
        page.locator(".overlay").click(new Locator.ClickOptions().setPosition(5, 5));
        assertThat(dialog).not().isAttached();
        assertThat(opener).isFocused();

        opener.press("Enter");
        dialog.getByRole(AriaRole.HEADING).click();
        page.keyboard().press("Escape");
        assertThat(dialog).not().isAttached();
        assertThat(opener).isFocused();
        assertThat(page.locator("#message")).isEmpty();
    }
}
