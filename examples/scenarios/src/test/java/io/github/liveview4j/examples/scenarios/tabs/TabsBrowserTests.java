package io.github.liveview4j.examples.scenarios.tabs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two tabs of one user show the same, and each has its own caret. */
class TabsBrowserTests extends ScenarioTest {

    @Test
    void bothTabsAreToldAndNeitherDisturbsTheOther() {
        Page first = openAs("ada");
        Page second = open(first.context().newPage(), "/tabs");
        Page stranger = openAs("ben");
        first.getByLabel("Note").pressSequentially("Buy tea");
        first.keyboard().press("Home");

        second.getByLabel("Note").fill("Buy milk");
        second.getByLabel("Note").press("Enter");

        assertThat(notes(second)).hasText(new String[] {"Buy milk"});
        assertThat(second.getByLabel("Note")).hasValue("");
        assertThat(notes(first)).hasText(new String[] {"Buy milk"});
        assertThat(first.getByLabel("Note")).hasValue("Buy tea");
        assertThat(first.getByLabel("Note")).isFocused();
        assertThat(first.evaluate("document.activeElement.selectionStart")).isEqualTo(0);

        second.getByLabel("Note").pressSequentially("Buy bread");
        first.getByLabel("Note").press("Enter");

        for (Page tab : List.of(first, second)) {
            assertThat(notes(tab)).hasText(new String[] {"Buy milk", "Buy tea"});
        }
        assertThat(first.getByLabel("Note")).hasValue("");
        assertThat(second.getByLabel("Note")).hasValue("Buy bread");
        assertThat(notes(stranger)).hasCount(0);
    }

    private Page openAs(String user) {
        Page page = newPage();
        page.context().addCookies(List.of(new Cookie("user", user).setUrl(url("/"))));
        return open(page, "/tabs");
    }

    private static Locator notes(Page page) {
        return page.locator("#notes > li");
    }
}
