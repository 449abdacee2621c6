package io.github.liveview4j.examples.scenarios;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What a page showed or heard at some time, also when it is gone by the time a test looks: the texts of the library's notice and
 * its events, in their order. To be made before the page is opened. For one thread.
 */
public final class Seen {

    private static final String WATCH = """
            window.seenNotices = [];
            window.seenEvents = [];
            new MutationObserver(() => {
              const text = document.getElementById("liveview-notice")?.textContent ?? "";
              if (text && text !== seenNotices.at(-1)?.text) seenNotices.push({ text, at: performance.now() });
            }).observe(document, { childList: true, subtree: true, characterData: true });
            for (const name of ["connected", "disconnected", "error", "resync", "resynced", "updated", "before-visit", "visited"]) {
              document.addEventListener(`liveview:${name}`, ({ detail }) => seenEvents.push({ name, detail, at: performance.now() }));
            }""";

    private final Page page;

    /** Begins to watch what is opened in this tab. */
    public Seen(Page page) {
        this.page = page;
        page.addInitScript(WATCH);
    }

    /** Returns the texts of the notice, each once in a row. */
    public List<String> notices() {
        return strings("seenNotices.map(({ text }) => text)");
    }

    /** Returns the names of the library's events, without their prefix. */
    public List<String> events() {
        return strings("seenEvents.map(({ name }) => name)");
    }

    /** Waits for an event, by its name without the prefix. */
    public void awaitEvent(String name) {
        page.waitForFunction("(wanted) => seenEvents.some(({ name }) => name === wanted)", name);
    }

    /** Returns the codes of the errors that were told. */
    public List<String> errors() {
        return strings(
                "seenEvents.filter(({ name, detail }) => name === 'error' && detail.code).map(({ detail }) => detail.code)");
    }

    /** Returns how many milliseconds after the first loss of the connection the first notice was shown. */
    public double noticeAfterLoss() {
        Object after = page.evaluate("seenNotices[0].at - seenEvents.find(({ name }) => name === 'disconnected').at");
        return ((Number) after).doubleValue();
    }

    private List<String> strings(String expression) {
        return ((List<?>) page.evaluate(expression))
                .stream().map(String::valueOf).toList();
    }
}
