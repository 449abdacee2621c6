package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeyboardBrowserTests extends RecipeTest {

    @Test
    @DisplayName("D9: ctrl+shift+p is another key than ctrl+p")
    void keysCallTheirHandlers() {
        Page page = browser.newPage(1000, 700);
        SentCalls calls = new SentCalls(page);
        open(page, "keyboard");
        Locator box = page.locator("form[aria-label='Note with shortcuts']");
        Locator palette = page.locator("#palette .note");

        assertThat(box).isFocused();
        press(box, "key: 'p', ctrlKey: true");
        page.keyboard().press("Control+Shift+P");
        assertThat(palette).isVisible();
        page.keyboard().press("Escape");
        assertThat(palette).not().isAttached();
        page.keyboard().press("l");
        assertThat(page.locator("#likes")).hasText("Liked: 1");
        calls.assertAre("palette", "close", "like");

        page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("<u>Buy</u> milk");
        page.keyboard().press("Control+s");
        assertThat(page.locator("#saved")).hasText("Saved: <u>Buy</u> milk");
        button(demo(page), "Save").click();
        calls.assertAre("palette", "close", "like", "save", "save");
    }

    @Test
    @DisplayName("D31, D32: typing is left alone; a key held down, a composition and a key without a name call nothing")
    void typingIsLeftAlone() {
        Page page = browser.newPage(1000, 700);
        SentCalls calls = new SentCalls(page);
        open(page, "keyboard");
        Locator box = page.locator("form[aria-label='Note with shortcuts']");
        Locator note = page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true));

        note.pressSequentially("all well");
        assertThat(note).hasValue("all well");

        box.focus();
        press(box, "key: 'l', isComposing: true");
        press(box, "key: 'l', keyCode: 229");
        box.evaluate("box => box.dispatchEvent(new Event('keydown', { bubbles: true }))");
        page.keyboard().down("l");
        page.keyboard().down("l");
        page.keyboard().up("l");
        page.keyboard().press("l");
        assertThat(page.locator("#likes")).hasText("Liked: 2");
        note.press("Enter");
        assertThat(page.locator("#saved")).hasText("Saved: all well");
        calls.assertAre("like", "like", "save");
        assertThat(page).hasURL(url("/recipes/keyboard"));
    }

    /** What a real key would do beside it, such as to print, is not wanted here. */
    private static void press(Locator element, String init) {
        element.evaluate("box => box.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, " + init + " }))");
    }
}
