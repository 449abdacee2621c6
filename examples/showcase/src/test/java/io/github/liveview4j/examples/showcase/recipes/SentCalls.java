package io.github.liveview4j.examples.showcase.recipes;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** The names of the functions that a page called, in order. To be made before the page is opened. */
final class SentCalls {

    private static final Pattern FUNCTION = Pattern.compile("\"function\":\"(\\w+)\"");

    private final Page page;
    private final List<String> functions = new CopyOnWriteArrayList<>();

    SentCalls(Page page) {
        this.page = page;
        page.onWebSocket(socket -> socket.onFrameSent(frame -> {
            Matcher function = FUNCTION.matcher(frame.text() == null ? "" : frame.text());
            while (function.find()) {
                functions.add(function.group(1));
            }
        }));
    }

    /** Expects exactly these calls since the page was opened. What the page showed because of a call came after it. */
    void assertAre(String... expected) {
        // Playwright hands out events only while it is called.
        page.evaluate("0");
        Assertions.assertEquals(List.of(expected), functions);
    }
}
