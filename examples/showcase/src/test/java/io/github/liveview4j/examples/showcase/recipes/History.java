package io.github.liveview4j.examples.showcase.recipes;

import com.microsoft.playwright.Page;
import java.util.List;

/** Every text that an element of a page has had: what goes again cannot be missed, however slow the machine. */
final class History {

    private static final String RECORD = """
            ([selector, name]) => {
              const element = document.querySelector(selector);
              window[name] = [];
              new MutationObserver(() => window[name].push(element.textContent.trim()))
                .observe(element, { childList: true, subtree: true, characterData: true });
            }""";

    private final Page page;
    private final String name;

    private History(Page page, String name) {
        this.page = page;
        this.name = name;
    }

    /** Starts to record. */
    static History of(Page page, String selector) {
        String name = "history" + selector;
        page.evaluate(RECORD, List.of(selector, name));
        return new History(page, name);
    }

    /** Waits until the element has had a text. */
    void awaitText(String text) {
        page.waitForFunction("([name, text]) => window[name].includes(text)", List.of(name, text));
    }

    /** The texts so far, without those that only repeat the one before. */
    List<?> texts() {
        return (List<?>) page.evaluate("name => window[name].filter((text, i, all) => text !== all[i - 1])", name);
    }
}
