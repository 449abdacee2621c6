package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NotificationBrowserTests extends RecipeTest {

    @Test
    @DisplayName("D53: a bean that knows of no page notifies all of them, and takes the notification away again")
    void beanOutsideAnyHandlerShowsAndRemoves() {
        Page sender = open("notification");
        Page other = open("hello");
        History seenBySender = History.of(sender, "#notifications");
        History seenByOther = History.of(other, "#notifications");

        button(demo(sender), "Announce an update").click();

        seenBySender.awaitText("New update available");
        seenByOther.awaitText("New update available");
        assertThat(sender.locator("#notifications > *")).hasCount(0);
        assertThat(other.locator("#notifications > *")).hasCount(0);
    }

    @Test
    void twoClicksAreTwoNotificationsAndEachGoesByItself() {
        Page page = open("notification");
        History seen = History.of(page, "#notifications");

        button(demo(page), "Announce an update").dblclick();

        seen.awaitText("New update availableNew update available");
        assertThat(page.locator("#notifications > *")).hasCount(0);
    }
}
