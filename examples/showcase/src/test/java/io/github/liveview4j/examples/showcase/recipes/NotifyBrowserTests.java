package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class NotifyBrowserTests extends RecipeTest {

    @Test
    void everyPageShowsWhatOneSendsAndMarkupIsText() {
        Page sender = open("notify");
        Page same = open("notify");
        Page other = open("hello");

        sender.getByLabel("Message").fill("Lunch is ready");
        button(demo(sender), "Send to everybody").click();
        sender.getByLabel("Message").fill("<img src=x onerror=alert(1)>");
        sender.getByLabel("Message").press("Enter");

        String[] both = {"Lunch is ready", "<img src=x onerror=alert(1)>"};
        assertThat(notifications(sender)).hasText(both);
        assertThat(notifications(same)).hasText(both);
        assertThat(notifications(other)).hasText(both);
        assertThat(sender.locator("#notifications img")).hasCount(0);
    }

    @Test
    void broadcastLeavesAddressAndFieldsAlone() {
        Page sender = open("notify");
        Page other = open("notify");
        other.getByLabel("Message").fill("half a sen");

        button(demo(sender), "Send to everybody").click();
        assertThat(notifications(other)).hasText(new String[] {"Hello, everybody"});
        button(demo(sender), "Send to everybody").click();

        assertThat(notifications(other)).hasText(new String[] {"Hello, everybody", "Hello, everybody"});
        assertThat(other).hasURL(url("/recipes/notify"));
        assertThat(other.getByLabel("Message")).hasValue("half a sen");
        assertThat(other.getByLabel("Message")).isFocused();
    }

    private static Locator notifications(Page page) {
        return page.locator("#notifications > *");
    }
}
