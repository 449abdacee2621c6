package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.support.Accessibility;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a page shows of a call that takes long, or fails. */
class BusyBrowserTests extends RecipeTest {

    private static final String WITHOUT_END = "LiveView.latency(3_600_000)";
    private static final String OVER = "LiveView.latency(0)";

    @Test
    void formThatIsSentTwiceIsSentOnceAndItsButtonHasTheFocusAgain() {
        Page page = browser.newPage(1000, 700);
        SentCalls calls = new SentCalls(page);
        open(page, "mail");
        Locator form = page.locator("#contact-form");
        Locator send = form.locator("button");
        page.evaluate(WITHOUT_END);

        send.focus();
        send.press("Enter");
        assertThat(send).isDisabled();
        assertThat(send).hasText("Sending…");
        assertThat(form).hasAttribute("aria-busy", "true");
        assertThat(page.locator("html")).hasAttribute("data-liveview-busy", "");
        assertThat(page.locator("#liveview-progress")).isVisible();
        // As a browser does in its own time, with what is disabled.
        assertThat(send).not().isFocused();
        Accessibility.check(page);
        form.evaluate("form => form.requestSubmit()");

        page.evaluate(OVER);
        assertThat(page.locator("#contact-error")).hasText("Please give your name and a message.");
        assertThat(send).isEnabled();
        assertThat(send).hasText("Send");
        assertThat(send).isFocused();
        assertThat(page.locator(".liveview-busy, [aria-busy], [data-liveview-busy], #liveview-progress"))
                .hasCount(0);
        calls.assertAre("send_contact_message");
    }

    @Test
    void callThatFailsIsToldUnlessThePageTellsItself() {
        browser.expectErrors("LiveView: nothing: error unknown_function");
        Page page = open("hello");

        page.evaluate("LiveView.call('nothing').catch(() => {})");
        assertThat(page.locator("#liveview-notice")).containsText("That did not work.");
        Accessibility.check(page);

        open(page, "hello");
        Object code = page.evaluate("""
                () => {
                  document.addEventListener("liveview:error", (event) => event.preventDefault());
                  return LiveView.call("nothing").catch(({ code }) => code);
                }""");
        Assertions.assertEquals("unknown_function", code);
        assertThat(page.locator("#liveview-notice")).hasCount(0);
    }

    @Test
    void codeThatCallsGoesOnWhenThePageShowsTheAnswer() {
        Page page = open("mail");

        Object text = page.evaluate("""
                () => LiveView.call("send_contact_message", {}, { form: { name: "Ada" } })
                  .then(() => document.querySelector("#contact-error").textContent)""");
        Assertions.assertEquals("Please give your name and a message.", text);
    }
}
