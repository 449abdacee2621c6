package io.github.liveview4j.examples.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/** Somebody who looks at the survey, and what their page does beside what they see. */
final class SurveyVisitor {

    /** What a page that was loaded anew, rather than brought in line, does not have any more. */
    private static final String WATCH = """
            window.marker = "still the same document";
            window.seen = [];
            for (const name of ["connected", "disconnected", "resync", "resynced", "error"]) {
              document.addEventListener(`liveview:${name}`, () => seen.push(name));
            }""";

    private final Page page;
    private final List<String> fetches = new ArrayList<>();
    private int hellos;

    SurveyVisitor(Page page) {
        this.page = page;
        page.onRequest(request -> {
            if (request.resourceType().equals("fetch") || request.isNavigationRequest()) {
                fetches.add(request.resourceType() + " " + request.url());
            }
        });
        page.onWebSocket(socket -> socket.onFrameSent(frame -> {
            if (frame.text().contains("\"hello\"")) {
                hellos++;
            }
        }));
        page.addInitScript("window.webSocketConfig = { retryMax: 500 }");
    }

    /** Opens the survey, and waits until it is live. */
    SurveyVisitor open(String root) {
        page.navigate(root + "survey");
        awaitStatus("connected");
        watch();
        return this;
    }

    /** Counts from here. */
    void watch() {
        page.evaluate(WATCH);
        fetches.clear();
        hellos = 0;
    }

    Page page() {
        return page;
    }

    /** What the page has asked the server for by HTTP, its own address and no other one. */
    List<String> fetches() {
        flush();
        return fetches;
    }

    /** How often the page has said where it stands. */
    int hellos() {
        flush();
        return hellos;
    }

    /** The events of the library so far, in order; fails in a document that was loaded since. */
    List<?> seen() {
        return (List<?>) page.evaluate("window.marker && seen");
    }

    void awaitSeen(String event, int times) {
        page.waitForFunction(
                "([event, times]) => seen.filter((name) => name === event).length >= times", List.of(event, times));
    }

    void awaitStatus(String status) {
        assertThat(page.locator("html")).hasAttribute("data-liveview-status", status);
    }

    Locator lines(String list) {
        return page.locator("#" + list + " > li");
    }

    Locator field(String label) {
        return page.getByLabel(label);
    }

    void click(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    /** Playwright hands out events only while it is called. */
    private void flush() {
        page.evaluate("0");
    }
}
