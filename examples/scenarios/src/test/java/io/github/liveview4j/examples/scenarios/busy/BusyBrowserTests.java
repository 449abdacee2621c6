package io.github.liveview4j.examples.scenarios.busy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a page shows while a call runs. */
class BusyBrowserTests extends ScenarioTest {

    private static final Pattern BUSY = Pattern.compile("liveview-busy");

    @Autowired
    private Busy busy;

    private Page page;

    @BeforeEach
    void openTab() {
        page = newPage();
    }

    @Test
    void doubleClickOnSubmitMakesOneCall() {
        open(page, "/busy");
        int before = busy.orders();
        gate.close();

        button(page, "Save").dblclick();
        page.getByLabel("What").press("Enter");
        await().until(() -> gate.waiting() == 1);
        gate.open();
        assertThat(page.locator("#orders > li")).hasText(new String[] {"One coffee"});
        // Everything that was sent before it has been handled.
        button(page, "Ask").click();
        assertThat(page.locator("#answer")).hasText("Yes");

        assertThat(busy.orders() - before).isEqualTo(1);
        assertThat(page.locator("#orders > li")).hasCount(1);
        button(page, "Save").click();
        assertThat(page.locator("#orders > li")).hasCount(2);
    }

    @Test
    void whoSubmitsSomethingElseMeanwhileHasSubmittedIt() {
        open(page, "/busy");
        Locator more = page.getByLabel("More");
        gate.close();

        more.fill("tea");
        more.press("Enter");
        await().until(() -> gate.waiting() == 1);
        more.fill("milk");
        more.press("Enter");
        more.press("Enter");
        gate.open();

        assertThat(page.locator("#orders > li")).hasText(new String[] {"One tea", "One milk"});
        button(page, "Ask").click();
        assertThat(page.locator("#answer")).hasText("Yes");
        assertThat(page.locator("#orders > li")).hasCount(2);
    }

    @Test
    void formAndButtonAreBusyWhileTheCallRuns() {
        open(page, "/busy");
        Locator form = page.locator("#order");
        Locator save = form.locator("button");
        gate.close();

        save.click();

        assertThat(form).hasAttribute("aria-busy", "true");
        assertThat(form).hasClass(BUSY);
        assertThat(save).isDisabled();
        assertThat(save).hasText("Saving…");
        gate.open();
        assertThat(page.locator("#orders > li")).hasCount(1);
        assertThat(form).not().hasAttribute("aria-busy", "true");
        assertThat(form).not().hasClass(BUSY);
        assertThat(save).isEnabled();
        assertThat(save).hasText("Save");
    }

    @Test
    void elementThatCallsIsBusyWhileItsCallRuns() {
        open(page, "/busy");
        Locator ask = button(page, "Ask");
        gate.close();

        ask.click();

        assertThat(ask).hasAttribute("aria-busy", "true");
        assertThat(ask).hasClass(BUSY);
        gate.open();
        assertThat(page.locator("#answer")).hasText("Yes");
        assertThat(ask).not().hasAttribute("aria-busy", "true");
        assertThat(ask).not().hasClass(BUSY);
    }

    @Test
    void formThatComesBackInTheMiddleOfItsCallIsBusyStill() {
        open(page, "/busy");
        Locator work = page.locator("#stepped button");
        gate.close();

        work.click();

        assertThat(page.locator("#step")).hasText("Half of it");
        assertThat(work).hasText("Working…");
        assertThat(work).isDisabled();
        assertThat(page.locator("#stepped")).hasAttribute("aria-busy", "true");
        gate.open();
        assertThat(page.locator("#step")).hasText("All of it");
        assertThat(work).hasText("Work");
        assertThat(work).isEnabled();
        assertThat(page.locator("#stepped")).not().hasClass(BUSY);
    }

    @Test
    void progressIsShownForASlowCallAndNotForAFastOne() {
        page.clock().install();
        open(page, "/busy");
        page.clock().pauseAt(System.currentTimeMillis() + 60_000);
        Locator root = page.locator("html");
        Locator inProgress = page.locator("html[data-liveview-busy]");

        button(page, "Ask").click();
        assertThat(page.locator("#answer")).hasText("Yes");
        page.clock().runFor(1_000);
        assertThat(inProgress).hasCount(0);

        gate.close();
        page.locator("#order button").click();
        assertThat(page.locator("#order")).hasClass(BUSY);
        page.clock().runFor(140);
        assertThat(inProgress).hasCount(0);
        page.clock().runFor(20);
        assertThat(inProgress).hasCount(1);

        gate.open();
        assertThat(page.locator("#orders > li")).hasCount(1);
        assertThat(root).not().hasAttribute("data-liveview-busy", Pattern.compile(".*"));
    }
}
