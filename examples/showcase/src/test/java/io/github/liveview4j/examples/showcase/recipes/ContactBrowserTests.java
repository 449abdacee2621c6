package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContactBrowserTests extends RecipeTest {

    @Test
    @DisplayName("D25, D26: ticked boxes of one name arrive all, and fullName arrives as fullName")
    void enterSendsWhatTheFormHolds() {
        Page page = open("contact");

        page.getByLabel("Your name").fill("<b>Ada</b>");
        page.getByLabel("Prices").check();
        page.getByLabel("Jobs").check();
        page.getByLabel("Message").fill("How much is it?");
        page.getByLabel("E-mail").fill("ada@example.org");
        page.getByLabel("E-mail").press("Enter");

        assertThat(page.locator("#thanks"))
                .hasText("Thank you, <b>Ada</b>. We will write to ada@example.org about Prices, Jobs.");
        assertThat(page.locator("#thanks")).isFocused();
        assertThat(page).hasURL(url("/recipes/contact"));
    }

    @Test
    @DisplayName("D27: what the browser itself finds wrong is not sent; what the server finds stands beside the fields")
    void errorsStandBesideTheirFieldsAndWhatWasTypedRemains() {
        Page page = browser.newPage(1000, 700);
        SentCalls calls = new SentCalls(page);
        open(page, "contact");
        Locator name = page.getByLabel("Your name");
        Locator email = page.getByLabel("E-mail");
        Locator message = page.getByLabel("Message");
        Locator send = button(demo(page), "Send");

        send.click();
        assertThat(name).isFocused();
        name.fill("   ");
        email.fill("ada");
        send.click();
        assertThat(email).isFocused();
        calls.assertAre();

        email.fill("ada@example.org");
        page.getByLabel("Support").check();
        message.fill("Help");
        send.click();
        assertThat(page.locator(".error"))
                .hasText(new String[] {"must not be blank", "size must be between 10 and 1000"});
        assertThat(name).isFocused();
        assertThat(name).hasAttribute("aria-invalid", "true");
        assertThat(name).hasAccessibleDescription("must not be blank");
        assertThat(message).hasAccessibleDescription("size must be between 10 and 1000");
        assertThat(email).not().hasAttribute("aria-invalid", "true");
        assertThat(name).hasValue("   ");
        assertThat(email).hasValue("ada@example.org");
        assertThat(message).hasValue("Help");
        assertThat(page.getByLabel("Support")).isChecked();

        name.fill("Ada");
        message.fill("Help, it does not work");
        send.click();
        assertThat(page.locator("#thanks")).hasText("Thank you, Ada. We will write to ada@example.org about Support.");
        calls.assertAre("submit_contact", "submit_contact");
    }
}
