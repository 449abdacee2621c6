package io.github.liveview4j.spring.thymeleaf;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/**
 * The attributes that a tag's {@code lv:} attributes come to, gathered before any is written.
 *
 * <p>For one thread and one tag.
 */
final class PlainAttributes {

    private static final String FUNCTION = "data-liveview-function";
    private static final String ACTION = "data-action";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> actions = new LinkedHashSet<>();
    private final IProcessableElementTag tag;
    private @Nullable String function;
    private String functionOrigin = FUNCTION;

    PlainAttributes(IProcessableElementTag tag) {
        this.tag = tag;
        this.function = present(FUNCTION);
        String action = present(ACTION);
        if (action != null) {
            actions.addAll(Arrays.asList(action.strip().split("\\s+")));
            actions.remove("");
        }
    }

    private @Nullable String present(String name) {
        return EscapedAttributeUtils.unescapeAttribute(TemplateMode.HTML, tag.getAttributeValue(name));
    }

    /** Takes an attribute, or nothing if there is no value. */
    void put(String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /** Takes what makes an event call a handler. */
    void call(LiveAttribute origin, String action, String handler) {
        if (function != null && !function.isBlank() && !function.equals(handler)) {
            throw origin.refused("this element already calls another handler (" + functionOrigin
                    + "), and an element has one. Let both events call one handler, or put one of them on an element "
                    + "around this one");
        }
        function = handler;
        functionOrigin = origin.toString();
        put(FUNCTION, handler);
        act(action);
    }

    /** Takes one of Stimulus' actions, unless it is there already. */
    void act(String action) {
        actions.add(action);
        values.put(ACTION, String.join(" ", actions));
    }

    void writeTo(IElementTagStructureHandler structureHandler) {
        values.forEach((name, value) -> structureHandler.setAttribute(
                name, EscapedAttributeUtils.escapeAttribute(TemplateMode.HTML, value), AttributeValueQuotes.DOUBLE));
    }
}
