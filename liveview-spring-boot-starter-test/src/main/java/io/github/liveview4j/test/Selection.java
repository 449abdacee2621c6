package io.github.liveview4j.test;

import io.github.liveview4j.test.html.Outline;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/** Finds the elements that a test names, and says what there is instead. With the lock of the page. */
final class Selection {

    private static final int MOST = 12;

    private Selection() {}

    static List<Element> of(LivePage page, String selector) {
        try {
            return page.document().document().select(selector);
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw new AssertionError("Expected a CSS selector, got \"" + selector + "\": " + e.getMessage(), e);
        }
    }

    static String problem(LivePage page, String selector, List<Element> found) {
        if (!found.isEmpty()) {
            return "Expected one element for \"" + selector + "\" in " + page.url() + ", got " + found.size() + ":\n"
                    + listed(found);
        }
        List<Element> likely = likely(page.document().document(), selector);
        return "Expected one element for \"" + selector + "\" in " + page.url() + ", got none"
                + (likely.isEmpty() ? "" : ". There are:\n" + listed(likely));
    }

    /** Those of the same tag, or else those with an id. */
    private static List<Element> likely(Document document, String selector) {
        String tag = selector.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^.*[\\s>+~]", "")
                .replaceFirst("[^a-z0-9].*$", "");
        List<Element> alike = tag.isEmpty() ? List.of() : document.body().getElementsByTag(tag);
        return alike.isEmpty() ? document.body().select("[id]") : alike;
    }

    private static String listed(List<Element> elements) {
        String listed = elements.stream()
                .limit(MOST)
                .map(element -> "  " + Outline.of(element))
                .collect(Collectors.joining("\n"));
        return elements.size() > MOST ? listed + "\n  and " + (elements.size() - MOST) + " more" : listed;
    }
}
