package io.github.liveview4j.examples.benchmark.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** From a click to the page that has changed, on pages that do the same in other ways, in turns. For one thread. */
final class Clicks {

    /** The pages: what is live with the library, over a WebSocket by hand, and by a request for html, as htmx makes it. */
    static final List<String> SERVERS = List.of("library", "twin", "fetch");

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Lines lines;

    /**
     * Opens the pages.
     *
     * @param open opens a tab of its own at an address, and returns it when it is live
     */
    Clicks(Applications applications, Function<String, Page> open, Lines lines) {
        pages.put("library", open.apply(applications.library("/clicks")));
        pages.put("twin", open.apply(applications.twin("/clicks-by-hand.html")));
        pages.put("fetch", open.apply(applications.library("/clicks-by-fetch.html")));
        pages.values().forEach(page -> {
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(Scripts.own("frame.js")));
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(Scripts.own("clicks.js")));
        });
        this.lines = lines;
    }

    void measure(int warmUps, int clicks) {
        List<String> turns = new ArrayList<>(pages.keySet());
        for (int round = 1 - warmUps; round <= clicks; round++) {
            for (String server : turns) {
                Map<?, ?> times = click(pages.get(server), "Ada " + (round + warmUps));
                if (round > 0) {
                    for (String part : List.of("dom", "frame")) {
                        double value = ((Number) times.get(part)).doubleValue();
                        lines.add(Line.of("click/" + part, server, value, "ms", round));
                    }
                }
            }
            Collections.rotate(turns, 1);
        }
    }

    private static Map<?, ?> click(Page page, String name) {
        page.evaluate("name => expectGreeting(name)", name);
        BoundingBox box = page.locator("button").boundingBox();
        page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
        return (Map<?, ?>) page.evaluate("() => greeted");
    }
}
