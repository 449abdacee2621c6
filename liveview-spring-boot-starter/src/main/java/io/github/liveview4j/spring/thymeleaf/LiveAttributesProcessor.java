package io.github.liveview4j.spring.thymeleaf;

import io.github.liveview4j.spring.page.PageWords;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;

/**
 * Writes the plain attributes for all {@code lv:} attributes of a tag at once, since several of them share
 * {@code data-liveview-function} and {@code data-action}.
 *
 * <p>A name that means nothing else is an event's. For any thread.
 */
final class LiveAttributesProcessor extends PrefixProcessor {

    private static final int PRECEDENCE = 200;
    private static final String DATA = "data-";

    /** An event as Stimulus names it. Its options come last here as there; they are told from event names with a colon. */
    private static final Pattern EVENT = Pattern.compile(
            "([^\\s#@]+?(?:@(?:window|document))?)((?::!?(?:capture|once|passive|prevent|self|stop))*)");

    private static final Pattern ROOM = Pattern.compile("[\\w.~:-]{1,128}");

    LiveAttributesProcessor(String prefix) {
        super(prefix, PRECEDENCE);
    }

    @Override
    public void process(
            ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler structureHandler) {
        PlainAttributes plain = new PlainAttributes(tag);
        for (IAttribute attribute : tag.getAllAttributes()) {
            AttributeName name = attribute.getAttributeDefinition().getAttributeName();
            if (prefix.equals(name.getPrefix())) {
                translate(new LiveAttribute(context, attribute), tag, plain);
                structureHandler.removeAttribute(name);
            }
        }
        plain.writeTo(structureHandler);
    }

    private void translate(LiveAttribute attribute, IProcessableElementTag tag, PlainAttributes plain) {
        String name = attribute.name().toLowerCase(Locale.ROOT);
        switch (name) {
            case "debounce", "throttle" -> plain.put("data-liveview-" + name, attribute.number());
            case "disable-with", "ignore", "key" -> plain.put("data-liveview-" + name, attribute.text());
            case "permanent", "modal" -> plain.put("data-liveview-" + name, attribute.isOn() ? "" : null);
            case "init" -> plain.put("data-liveview-init", attribute.handler());
            case "focus" -> plain.put("data-liveview-focus", attribute.isOn() ? "true" : null);
            case "appear", "disappear" -> plain.put("data-liveview-intersect-" + name, attribute.handler());
            case "threshold" -> plain.put("data-liveview-intersect-threshold", attribute.number());
            case "repeat" -> plain.put("data-liveview-intersect-repeat", attribute.isOn() ? "true" : null);
            case "keys", "keyboard-map" -> plain.put("data-liveview-keyboard-map", attribute.keys());
            case "navigate" -> plain.put("data-liveview-navigate", navigate(attribute));
            case "stop" -> stop(attribute, plain);
            case "room" -> plain.put("data-room", room(attribute, tag));
            default -> {
                if (name.startsWith(DATA)) {
                    data(attribute, name, plain);
                } else {
                    event(attribute, plain);
                }
            }
        }
    }

    private static void data(LiveAttribute attribute, String name, PlainAttributes plain) {
        if (name.equals(DATA)) {
            throw attribute.refused("expected a name after \"data-\", such as data-id");
        }
        plain.put(DATA + name, attribute.text());
    }

    private static void event(LiveAttribute attribute, PlainAttributes plain) {
        String action = action(attribute, attribute.name(), "run");
        String handler = attribute.handler();
        if (handler != null) {
            plain.call(attribute, action, handler);
        }
    }

    private static @Nullable String navigate(LiveAttribute attribute) {
        String text = attribute.isBare() ? "true" : attribute.text();
        if (text == null || text.equals("false")) {
            return null;
        }
        if (!text.equals("true") && !text.equals("replace")) {
            throw attribute.refused("expected true, false, replace or an expression for one of them");
        }
        return text.equals("true") ? "" : text;
    }

    private static void stop(LiveAttribute attribute, PlainAttributes plain) {
        String events = attribute.isBare() ? "click" : attribute.text();
        if (events != null && !events.isBlank()) {
            for (String event : events.strip().split("\\s+")) {
                plain.act(action(attribute, event, "stop"));
            }
        }
    }

    private static String action(LiveAttribute attribute, String event, String method) {
        Matcher parts = EVENT.matcher(event);
        if (!parts.matches()) {
            throw attribute.refused("expected an event such as click, keydown.enter or keydown.esc@window");
        }
        return parts.group(1) + "->page#" + method + parts.group(2);
    }

    private @Nullable String room(LiveAttribute attribute, IProcessableElementTag tag) {
        if (!"html".equalsIgnoreCase(tag.getElementCompleteName())) {
            throw attribute.refused("a page has one room, that of its html element: expected it there, got it on <"
                    + tag.getElementCompleteName() + ">");
        }
        String room = attribute.isBare() ? PageWords.freshRoom() : attribute.text();
        if (room != null && !ROOM.matcher(room).matches()) {
            throw attribute.refused("expected 1 to 128 of A-Z a-z 0-9 _ . ~ : -");
        }
        return room;
    }
}
