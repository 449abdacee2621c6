package io.github.liveview4j.test;

import io.github.liveview4j.test.TestBrowser.Question;
import io.github.liveview4j.test.html.Dataset;
import io.github.liveview4j.test.html.FormData;
import io.github.liveview4j.test.html.Listeners;
import io.github.liveview4j.test.html.LiveDocument;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * Applies updates to the page, the client's {@code renderer.js}, {@code effects.js} and what it does to elements that arrive.
 *
 * <p>Guarded by the lock of its page.
 */
final class PageUpdates {

    private static final String ARRIVING =
            "[data-liveview-init],[data-liveview-focus=true],dialog[data-liveview-modal]";

    private final LivePage page;
    private final LiveDocument document;
    private final PageReport report;
    private final Set<Element> known = Collections.newSetFromMap(new WeakHashMap<>());
    private @Nullable Element focused;

    PageUpdates(LivePage page, LiveDocument document, PageReport report) {
        this.page = page;
        this.document = document;
        this.report = report;
    }

    /** Does to the elements that are there from the beginning what is done to those that arrive, and returns the calls made. */
    List<PageCall> begin() {
        focused = document.find("[autofocus]");
        report.check(document.document());
        return arrive();
    }

    /** The page has fetched itself, whose html is without what calls have brought. */
    void renewed() {
        known.clear();
        report.check(document.document());
        arrive();
    }

    @Nullable
    Element focused() {
        return focused;
    }

    void focused(@Nullable Element element) {
        focused = element;
    }

    /**
     * Applies the updates of one frame.
     *
     * @param call the one whose answer they are, or {@code null}
     */
    void apply(List<?> updates, @Nullable PageCall call) {
        for (Object update : updates) {
            if (update instanceof Map<?, ?> fields) {
                apply(fields, call);
            }
        }
        report.check(document.document());
        arrive();
    }

    private void apply(Map<?, ?> update, @Nullable PageCall call) {
        Element target = update.get("target") instanceof String selector ? find(selector, "target") : null;
        if (target != null) {
            change(target, update, call);
        }
        if (update.get("focus") instanceof String selector) {
            focused = find(selector, "focus");
        }
        if (update.get("scroll") instanceof String selector) {
            find(selector, "scroll");
        }
        if (update.get("announce") instanceof String text) {
            report.announced(text);
        }
        if (update.get("event") instanceof Map<?, ?> event) {
            Object at = update.get("target");
            report.received(new PageEvent(
                    String.valueOf(event.get("name")), at == null ? null : String.valueOf(at), event.get("detail")));
        }
        if (update.get("error") instanceof String text) {
            report.failed(new PageFailure("error", text, null, null, null));
        }
        if (update.get("url") instanceof String url) {
            page.url(url);
        }
        if (update.get("title") instanceof String title) {
            document.document().title(title);
        }
        if (update.get("call") instanceof Map<?, ?> asked) {
            Map<String, Object> data = new LinkedHashMap<>();
            if (asked.get("data") instanceof Map<?, ?> given) {
                given.forEach((name, value) -> data.put(String.valueOf(name), value));
            }
            page.outbound().refresh(String.valueOf(asked.get("function")), data);
        }
        if (update.get("redirect") instanceof String address) {
            redirect(address);
        }
        if (Boolean.TRUE.equals(update.get("reload"))) {
            page.errands().reload();
        }
    }

    private void change(Element target, Map<?, ?> update, @Nullable PageCall call) {
        Element now = target;
        boolean isRemoved = Boolean.TRUE.equals(update.get("remove"));
        if (isRemoved) {
            document.swap(target, "remove", "", call);
        } else if (update.get("html") instanceof String html) {
            String usual = Boolean.TRUE.equals(update.get("append")) ? "append" : "inner";
            Object swap = update.get("swap");
            now = document.swap(target, swap == null ? usual : String.valueOf(swap), html, call);
        }
        if (update.get("attributes") instanceof Map<?, ?> attributes) {
            LiveDocument.attributes(now, attributes);
        }
        if (update.get("addClass") instanceof List<?> names) {
            classes(names).forEach(now::addClass);
        }
        if (update.get("removeClass") instanceof List<?> names) {
            classes(names).forEach(now::removeClass);
        }
    }

    private static List<String> classes(List<?> names) {
        return names.stream().map(String::valueOf).toList();
    }

    private void redirect(String address) {
        String resolved = TestBrowser.resolve(page.url(), address);
        if (URI.create(resolved).isAbsolute()) {
            report.failed(
                    new PageFailure("error", "redirect: \"" + address + "\" is not of this origin", null, null, null));
        } else {
            page.leave(Question.get(resolved));
        }
    }

    private @Nullable Element find(String selector, String field) {
        try {
            Element found = document.find(selector);
            if (found == null) {
                report.warn("Nothing matches the " + field + " \"" + selector + "\" of an update of " + page.url());
            }
            return found;
        } catch (SelectorParseException | IllegalArgumentException e) {
            report.warn("The " + field + " \"" + selector + "\" of an update of " + page.url() + " is no selector: "
                    + e.getMessage());
            return null;
        }
    }

    private List<PageCall> arrive() {
        List<PageCall> made = new ArrayList<>();
        boolean isFocusDue = true;
        for (Element element : document.document().select(ARRIVING)) {
            if (!Listeners.isLive(element) || !known.add(element)) {
                continue;
            }
            if (element.nameIs("dialog")) {
                element.attr("open", true);
            }
            if (isFocusDue && element.attr("data-liveview-focus").equals("true") && !FormData.isDisabled(element)) {
                focused = element;
                isFocusDue = false;
            }
            String function = element.attr("data-liveview-init");
            if (!function.isEmpty()) {
                made.add(page.outbound()
                        .call(
                                element,
                                function,
                                Dataset.of(element),
                                FormData.of(element, null, document.fields()),
                                false));
            }
        }
        return made;
    }
}
