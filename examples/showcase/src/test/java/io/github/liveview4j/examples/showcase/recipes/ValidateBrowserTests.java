package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ValidateBrowserTests extends RecipeTest {

    @Test
    @DisplayName("D27: a field that is left is checked by the server and by no bubble of the browser")
    void fieldIsCheckedWhenItIsLeft() {
        Page page = open("validate");
        Locator name = page.getByLabel("Name");
        Locator email = page.getByLabel("E-mail");

        name.fill("Al");
        name.press("Tab");
        assertThat(page.locator("#error-name")).hasText("must be at least 3 characters");
        assertThat(name).hasAttribute("aria-invalid", "true");
        assertThat(name).hasAccessibleDescription("must be at least 3 characters");
        // The browser's own check would have taken the focus back to the field that is wrong.
        assertThat(email).isFocused();
        assertThat(page.locator("#error-email")).isEmpty();

        email.press("Shift+Tab");
        assertThat(page.locator("#error-email")).hasText("must not be blank");
        assertThat(name).isFocused();
        assertThat(name).hasValue("Al");

        name.fill("<i>Al</i>");
        email.fill("nobody");
        assertThat(page.locator("#error-name")).hasText("is fine");
        assertThat(name).hasAttribute("aria-invalid", "false");
        email.blur();
        assertThat(page.locator("#error-email")).hasText("must be a well-formed email address");
        email.fill("al@example.org");
        email.blur();
        assertThat(page.locator("#error-email")).hasText("is fine");
        assertThat(page.locator("#error-email .ok")).isVisible();
    }

    @Test
    void errorsAppearOnlyWhereSomebodyHasBeenUntilTheFormIsSubmittedAndAgainAfterAReset() {
        Page page = open("validate");
        Locator name = page.getByLabel("Name");
        Locator nameError = page.locator("#error-name");
        Locator emailError = page.locator("#error-email");

        // Left without a word: empty, and known to be.
        name.focus();
        name.press("Tab");
        assertThat(nameError).hasText("must be at least 3 characters");
        assertThat(emailError).isEmpty();

        button(demo(page), "Check everything").click();
        assertThat(nameError).hasText("must be at least 3 characters");
        assertThat(emailError).hasText("must not be blank");

        // From now on both are told by every call of the form.
        name.fill("Alan");
        name.blur();
        assertThat(nameError).hasText("is fine");
        assertThat(emailError).hasText("must not be blank");

        button(demo(page), "Start again").click();
        name.fill("Al");
        name.blur();
        assertThat(nameError).hasText("must be at least 3 characters");
        assertThat(emailError).isEmpty();
    }
}
