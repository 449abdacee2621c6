package io.github.liveview4j.test.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What listens in a page: the actions of {@code data-controller="page"}, and keyboard maps. They are found anew for every event,
 * in the order in which a browser comes to them.
 *
 * <p>For the thread that owns the document.
 */
public final class Listeners {

    private static final String PAGE = "page";
    private static final String KEYBOARD_MAP = "data-liveview-keyboard-map";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What an event has set off. */
    public interface Act {

        /**
         * Calls a function.
         *
         * @param element whose data and form go with the call
         * @param function the handler's name; empty text where the element has none
         */
        void call(Element element, String function, DomEvent event);
    }

    private final Act act;
    /** Descriptors with {@code :once} that have been used. */
    private final Set<String> used = new HashSet<>();

    /** Makes the listeners of a page. */
    public Listeners(Act act) {
        this.act = act;
    }

    /** Returns whether an element is inside a part of the page that is live. */
    public static boolean isLive(Element element) {
        return element.closest("[data-controller~=(^|\\s)page(\\s|$)]") != null;
    }

    /**
     * Sends an event through the page.
     *
     * @param document the page as it is
     * @return whether somebody listened to it
     */
    public boolean dispatch(Element document, DomEvent event) {
        boolean heard = false;
        List<Element> path = new ArrayList<>(List.of(event.target()));
        if (event.bubbles()) {
            path.addAll(event.target().parents());
        }
        List<Element> inwards = new ArrayList<>(path);
        Collections.reverse(inwards);
        for (Element element : inwards) {
            heard |= !event.isStopped() && at(element, null, true, event);
        }
        for (Element element : path) {
            if (!event.isStopped()) {
                heard |= at(element, null, false, event);
                heard |= keyboard(element, event);
            }
        }
        for (String global : List.of("document", "window")) {
            if (event.bubbles() && !event.isStopped()) {
                for (Element element : document.select("[data-action]")) {
                    heard |= at(element, global, false, event);
                }
            }
        }
        return heard;
    }

    private boolean at(Element element, @Nullable String global, boolean capture, DomEvent event) {
        if (!element.hasAttr("data-action") || !isLive(element)) {
            return false;
        }
        boolean heard = false;
        for (Descriptor one : Descriptor.of(element)) {
            if (!PAGE.equals(one.controller())
                    || !Objects.equals(one.global(), global)
                    || one.has("capture") != capture
                    || !one.listensTo(event)
                    || (one.has("self") && event.target() != element)
                    || (one.has("once") && !used.add(System.identityHashCode(element) + " " + one))) {
                continue;
            }
            heard = true;
            if (one.has("prevent")) {
                event.prevent();
            }
            if (one.has("stop") || one.method().equals("stop")) {
                event.stop();
            }
            if (one.method().equals("run")) {
                run(element, event);
            }
        }
        return heard;
    }

    private void run(Element element, DomEvent event) {
        // Prevented, the click would not tick the box.
        if (!event.type().equals("click") || !Fields.isCheckable(event.target())) {
            event.prevent();
        }
        act.call(element, element.attr("data-liveview-function"), event);
    }

    private boolean keyboard(Element element, DomEvent event) {
        Key key = event.key();
        if (key == null || !element.hasAttr(KEYBOARD_MAP) || !isLive(element) || isTyping(element, event, key)) {
            return false;
        }
        String function = keyboardMap(element).get(key);
        if (function == null) {
            return false;
        }
        event.prevent();
        act.call(element, function, event);
        return true;
    }

    /** Returns the functions that the keys of an element call; none where its map cannot be read. */
    static Map<Key, String> keyboardMap(Element element) {
        Map<Key, String> map = new LinkedHashMap<>();
        if (!element.hasAttr(KEYBOARD_MAP)) {
            return map;
        }
        try {
            if (JSON.readValue(element.attr(KEYBOARD_MAP), Object.class) instanceof Map<?, ?> read) {
                read.forEach((key, function) -> map.put(Key.of(String.valueOf(key)), String.valueOf(function)));
            }
        } catch (JacksonException e) {
            return Map.of();
        }
        return map;
    }

    /** A key belongs to the field that it was pressed in; a map on the very field may have what is not a character. */
    private static boolean isTyping(Element element, DomEvent event, Key key) {
        Element field = event.target();
        boolean isField = Fields.isField(field) || field.hasAttr("contenteditable");
        return isField && key.isPlain() && !key.name().equals("esc") && (key.isCharacter() || field != element);
    }
}
