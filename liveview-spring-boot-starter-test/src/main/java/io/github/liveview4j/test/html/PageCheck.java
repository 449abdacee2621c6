package io.github.liveview4j.test.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Looks for mistakes that a browser passes over in silence: an id that stands twice, a handler that is not there, an action outside
 * of what is live.
 *
 * <p>For the thread that owns the document.
 */
public final class PageCheck {

    private static final List<String> FUNCTIONS = List.of(
            "data-liveview-function",
            "data-liveview-init",
            "data-liveview-intersect-appear",
            "data-liveview-intersect-disappear",
            "data-liveview-recover");
    private static final String ANY = "[data-liveview-keyboard-map],[" + String.join("],[", FUNCTIONS) + "]";

    private PageCheck() {}

    /**
     * Returns what is wrong with a page as it is, each in a sentence.
     *
     * @param isHandler whether there is a handler of a name
     */
    public static List<String> problems(Document document, Predicate<String> isHandler) {
        List<String> problems = new ArrayList<>();
        duplicates(document, problems);
        Set<String> unknown = new HashSet<>();
        for (Element element : document.select(ANY)) {
            functions(element).forEach((function, attribute) -> {
                if (!isHandler.test(function) && unknown.add(function)) {
                    problems.add(
                            "No handler \"" + function + "\": " + Outline.of(element) + " names it in " + attribute);
                }
            });
        }
        for (Element element : document.select("[data-action*=page#]")) {
            if (!Listeners.isLive(element)) {
                problems.add("Not live: " + Outline.of(element)
                        + " has an action of \"page\" and stands in no element with data-controller=\"page\"");
            }
        }
        return problems;
    }

    private static void duplicates(Document document, List<String> problems) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        document.select("[id]").forEach(element -> counts.merge(element.id(), 1, Integer::sum));
        counts.forEach((id, count) -> {
            if (count > 1 && !id.isEmpty()) {
                problems.add(
                        "Duplicate id \"" + id + "\": " + count + " elements have it, and updates reach the first");
            }
        });
    }

    private static Map<String, String> functions(Element element) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String attribute : FUNCTIONS) {
            String function = element.attr(attribute);
            if (!function.isEmpty() && !(attribute.equals("data-liveview-recover") && function.equals("ignore"))) {
                named.putIfAbsent(function, attribute);
            }
        }
        Listeners.keyboardMap(element)
                .values()
                .forEach(function -> named.putIfAbsent(function, "data-liveview-keyboard-map"));
        return named;
    }
}
