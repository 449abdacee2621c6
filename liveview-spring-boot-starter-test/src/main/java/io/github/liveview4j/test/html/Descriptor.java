package io.github.liveview4j.test.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One word of {@code data-action}, as Stimulus reads it.
 *
 * @param event the name of the event
 * @param filter the keys that it is about, or {@code null}
 * @param global {@code window} or {@code document} where it listens there, or {@code null}
 * @param controller the controller's name
 * @param method the method's name
 * @param options such as {@code stop} and {@code self}
 */
record Descriptor(
        String event,
        @Nullable String filter,
        @Nullable String global,
        String controller,
        String method,
        List<String> options) {

    private static final Pattern PATTERN =
            Pattern.compile("(?:(.+?)(?:\\.(.+?))?(?:@(window|document))?->)?(.+?)#([^:]+?)(?::(.+))?");

    /** Reads all of an element; a word that is none is left out, as the browser does with a line in its console. */
    static List<Descriptor> of(Element element) {
        List<Descriptor> found = new ArrayList<>();
        for (String word : element.attr("data-action").trim().split("\\s+")) {
            Matcher matcher = PATTERN.matcher(word);
            String event = !matcher.matches() || matcher.group(1) == null ? usualEvent(element) : matcher.group(1);
            if (matcher.matches() && event != null) {
                String options = matcher.group(6);
                String filter = matcher.group(2);
                if (filter != null && !List.of("keydown", "keyup", "keypress").contains(event)) {
                    event = event + "." + filter;
                    filter = null;
                }
                found.add(new Descriptor(
                        event,
                        filter,
                        matcher.group(3),
                        matcher.group(4),
                        matcher.group(5),
                        options == null ? List.of() : List.of(options.split(":"))));
            }
        }
        return found;
    }

    /** Returns whether an event that has come to the element, or to where it listens, is meant. */
    boolean listensTo(DomEvent event) {
        Key key = event.key();
        return this.event.equals(event.type()) && (filter == null || (key != null && key.passes(filter)));
    }

    boolean has(String option) {
        return options.contains(option);
    }

    /** Returns {@code null} for elements that have none: Stimulus listens to nothing there. */
    private static @Nullable String usualEvent(Element element) {
        return switch (element.normalName()) {
            case "form" -> "submit";
            case "details" -> "toggle";
            case "input" -> Fields.type(element).equals("submit") ? "click" : "input";
            case "select" -> "change";
            case "textarea" -> "input";
            case "a", "button" -> "click";
            default -> null;
        };
    }
}
