package io.github.liveview4j.examples.scenarios.latereply;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answer to what the user did a while ago does not undo what the user did since. */
class LateReplyBrowserTests extends ScenarioTest {

    private Page page;

    @BeforeEach
    void openPage() {
        page = open("/late-reply");
        gate.close();
    }

    @Test
    void boxThatWasUntickedSinceStaysUnticked() {
        Locator box = page.getByLabel("I agree");
        box.click();
        box.click();

        replyTo(1);
        assertThat(box).not().isChecked();
        replyTo(2);
        assertThat(box).not().isChecked();
    }

    @Test
    void boxThatWasTickedAgainSinceStaysTicked() {
        Locator box = page.getByLabel("I agree");
        box.click();
        box.click();
        box.click();

        replyTo(1);
        assertThat(box).isChecked();
        replyTo(2);
        assertThat(box).isChecked();
        replyTo(3);
        assertThat(box).isChecked();
    }

    @Test
    void lettersThatWereTypedSinceStay() {
        Locator name = page.getByLabel("Name");
        name.pressSequentially("Ada");

        replyTo(1);
        assertThat(name).hasValue("Ada");
        page.keyboard().type("!");
        replyTo(2);
        assertThat(name).hasValue("Ada!");
        replyTo(3);
        replyTo(4);
        assertThat(name).hasValue("Ada!");
        assertThat(name).isFocused();
    }

    @Test
    void choiceThatWasMadeSinceStays() {
        Locator size = page.getByLabel("Size");
        size.selectOption("Large");
        size.selectOption("Medium");

        replyTo(1);
        assertThat(size).hasValue("Medium");
        replyTo(2);
        assertThat(size).hasValue("Medium");
    }

    /** Lets the server answer its n-th call, and waits until the page shows it. */
    private void replyTo(int n) {
        gate.letOneGo();
        assertThat(page.locator("#replies")).hasText(String.valueOf(n));
    }
}
