package io.github.liveview4j.examples.benchmark.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Brings a table in line with new html: by the library's client as pages load it, from the frame of the server on; and in a page
 * without it by Idiomorph, and by {@code innerHTML}. In turns. For one thread.
 */
final class Morphs {

    static final List<String> SERVERS = List.of("library", "idiomorph", "innerHTML");

    /** What becomes of the rows: names that {@code morph.js} knows. */
    static final List<String> CHANGES = List.of(
            "nothing-changed", "one-changed", "all-changed", "inserted-first", "removed", "reversed", "shuffled");

    private final Page live;
    private final Page bare;
    private final Lines lines;

    /**
     * Opens the pages.
     *
     * @param open opens a tab of its own at an address, and returns it when it is live
     */
    Morphs(Applications applications, Function<String, Page> open, Lines lines) {
        live = open.apply(applications.library("/rows"));
        bare = open.apply(applications.library("/rows-bare.html"));
        bring(live, Scripts.own("frame.js"), Scripts.own("morph.js"));
        bring(bare, Scripts.own("frame.js"), Scripts.own("morph.js"), Scripts.idiomorph());
        this.lines = lines;
    }

    private static void bring(Page page, String... scripts) {
        for (String script : scripts) {
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(script));
        }
    }

    /** The name of a scenario. */
    static String name(int size, boolean isKeyed, String change) {
        return "morph-%d-%s-%s".formatted(size, isKeyed ? "keyed" : "unkeyed", change);
    }

    void measure(int size, int rounds) {
        for (boolean isKeyed : List.of(true, false)) {
            for (String change : CHANGES) {
                List<String> turns = new ArrayList<>(SERVERS);
                for (int round = 0; round <= rounds; round++) {
                    for (String server : turns) {
                        Map<?, ?> outcome = run(server, size, isKeyed, change);
                        if (round > 0) {
                            note(name(size, isKeyed, change), server, outcome, round);
                        }
                    }
                    Collections.rotate(turns, 1);
                }
            }
        }
    }

    /** Does it once, and returns what the page says: {@code work} and {@code frame} in milliseconds, {@code kept} and {@code reused} rows. */
    Map<?, ?> run(String server, int size, boolean isKeyed, String change) {
        Map<String, ?> task = Map.of("way", server, "size", size, "isKeyed", isKeyed, "change", change);
        return (Map<?, ?>) page(server).evaluate("task => morphRows(task)", task);
    }

    /** The tab in which a server works. */
    Page page(String server) {
        return server.equals("library") ? live : bare;
    }

    private void note(String name, String server, Map<?, ?> outcome, int round) {
        outcome.forEach((part, value) -> lines.add(Line.of(
                name + "/" + part,
                server,
                ((Number) value).doubleValue(),
                part.equals("kept") || part.equals("reused") ? "rows" : "ms",
                round)));
    }
}
