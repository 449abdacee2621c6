package io.github.liveview4j.examples.scenarios.sleep;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import io.github.liveview4j.examples.scenarios.Seen;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A tab in the background lets go of its socket after a while, and misses nothing. */
class SleepBrowserTests extends ScenarioTest {

    /** No driver can put a tab into the background: the page is told so. */
    private static final String VISIBILITY = """
            window.show = (isShown) => {
              const values = { hidden: !isShown, visibilityState: isShown ? "visible" : "hidden" };
              for (const [name, value] of Object.entries(values)) {
                Object.defineProperty(document, name, { configurable: true, get: () => value });
              }
              document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
            };""";

    @Autowired
    private Sleep sleep;

    private final AtomicInteger sockets = new AtomicInteger();
    private Page page;
    private Seen seen;

    @BeforeEach
    void openPage() {
        page = newPage();
        seen = new Seen(page);
        page.addInitScript(VISIBILITY);
        page.onWebSocket(socket -> sockets.incrementAndGet());
        page.clock().install();
        open(page, "/sleep");
    }

    @Test
    void hiddenPageLetsGoOfItsSocketAndGetsWhatItMissedWhenItIsSeen() {
        page.evaluate("show(false)");
        page.clock().runFor(1_100);
        lost(page);
        sleep.tell("while you slept");
        page.clock().runFor(600_000);
        page.evaluate("window.dispatchEvent(new Event('online'))");
        page.clock().runFor(60_000);
        assertThat(sockets).hasValue(1);
        assertThat(page.locator("#news > li")).hasCount(0);

        page.evaluate("show(true)");

        live(page);
        assertThat(page.locator("#news > li")).hasText(new String[] {"while you slept"});
        assertThat(sockets).hasValue(2);
        assertThat(seen.notices()).isEqualTo(List.of());
        sleep.tell("now");
        assertThat(page.locator("#news > li")).hasText(new String[] {"while you slept", "now"});
    }

    @Test
    void pageThatIsSeenAgainInTimeKeepsItsSocket() {
        page.evaluate("show(false)");
        page.clock().runFor(500);
        sleep.tell("in the background");
        assertThat(page.locator("#news > li")).hasText(new String[] {"in the background"});
        page.evaluate("show(true)");
        page.clock().runFor(5_000);
        live(page);

        assertThat(sockets).hasValue(1);
        assertThat(seen.events()).isEqualTo(List.of("connected"));
    }

    @Test
    void pageThatWasPutAsideByTheBrowserIsLiveAgainWhenItIsBack() {
        page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        lost(page);
        sleep.tell("while you were elsewhere");

        page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");

        live(page);
        assertThat(page.locator("#news > li")).hasText(new String[] {"while you were elsewhere"});
        assertThat(seen.notices()).isEqualTo(List.of());
    }
}
