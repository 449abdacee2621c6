package io.github.liveview4j.test;

import io.github.liveview4j.test.html.PageCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a page has to tell beside its html: events, errors, what it read out, and what looks like a mistake.
 *
 * <p>Guarded by the lock of its page.
 */
final class PageReport {

    private static final Logger log = LoggerFactory.getLogger(TestPage.class);

    private final HandlerNames handlers;
    private final List<PageEvent> events = new ArrayList<>();
    private final List<PageFailure> failures = new ArrayList<>();
    private final List<String> announced = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    PageReport(HandlerNames handlers) {
        this.handlers = handlers;
    }

    void received(PageEvent event) {
        events.add(event);
    }

    void failed(PageFailure failure) {
        failures.add(failure);
    }

    void announced(String text) {
        announced.add(text);
    }

    void warn(String warning) {
        if (warnings.add(warning)) {
            log.warn("{}", warning);
        }
    }

    /** Looks for mistakes in the page as it is. */
    void check(Document document) {
        PageCheck.problems(document, handlers).forEach(this::warn);
    }

    List<PageEvent> events() {
        return List.copyOf(events);
    }

    List<PageFailure> failures() {
        return List.copyOf(failures);
    }

    List<String> announced() {
        return List.copyOf(announced);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
