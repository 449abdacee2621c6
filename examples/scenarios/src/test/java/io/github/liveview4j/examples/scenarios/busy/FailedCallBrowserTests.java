package io.github.liveview4j.examples.scenarios.busy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import io.github.liveview4j.examples.scenarios.Seen;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that failed is told to the user, unless the page says that it does so itself. */
class FailedCallBrowserTests extends ScenarioTest {

    private Page page;
    private Seen seen;

    @BeforeEach
    void openTab() {
        browser.expectErrors("LiveView: break: error");
        page = newPage();
        seen = new Seen(page);
    }

    @Test
    void noticeSaysThatItFailedAndUnderWhichReference() {
        open(page, "/busy");

        button(page, "Break").click();

        seen.awaitEvent("error");
        String reference = (String) page.evaluate("seenEvents.find(({ name }) => name === 'error').detail.ref");
        assertThat(reference).isNotBlank();
        assertThat(notice(page)).containsText("That did not work.");
        assertThat(notice(page)).containsText(reference);
        assertThat(notice(page)).hasAttribute("role", "status");
        assertThat(button(page, "Break")).not().hasClass(Pattern.compile("liveview-busy"));
    }

    @Test
    void noticeSpeaksTheApplicationsOwnWords() {
        page.addInitScript("window.webSocketConfig = { noticeFailed: 'Das ging nicht.' }");
        open(page, "/busy");

        button(page, "Break").click();

        assertThat(notice(page)).containsText("Das ging nicht.");
    }

    @Test
    void noticeSaysWhatTheHandlerSaid() {
        open(page, "/busy");

        button(page, "Sell out").click();

        assertThat(notice(page)).containsText("Sold out until Monday.");
    }

    @Test
    void noticeIsGoneAfterTenSeconds() {
        page.clock().install();
        open(page, "/busy");
        button(page, "Break").click();
        assertThat(notice(page)).containsText("That did not work.");

        page.clock().runFor(11_000);

        assertThat(page.getByText("That did not work.")).hasCount(0);
    }

    @Test
    void pageThatTellsItselfGetsNoNotice() {
        page.addInitScript("document.addEventListener('liveview:error', (event) => event.preventDefault())");
        open(page, "/busy");

        button(page, "Break").click();
        seen.awaitEvent("error");
        button(page, "Ask").click();
        assertThat(page.locator("#answer")).hasText("Yes");

        assertThat(seen.notices()).isEqualTo(List.of());
    }
}
