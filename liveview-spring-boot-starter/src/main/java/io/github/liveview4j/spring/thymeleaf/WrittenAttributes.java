package io.github.liveview4j.spring.thymeleaf;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;

/**
 * The {@code lv:} attributes of a tag as its template has them, before any other attribute had a chance to write them.
 *
 * <p>Thymeleaf lets {@code th:attr} write over an attribute without a trace, and its value may be a stranger's text: only what
 * is unchanged may be evaluated. Immutable, for any thread.
 */
final class WrittenAttributes {

    /** No name that an expression or a model could have by chance; a value of another type is none of ours. */
    private static final String VARIABLE = WrittenAttributes.class.getName();

    private final Map<String, String> values;

    private WrittenAttributes(Map<String, String> values) {
        this.values = values;
    }

    /** Remembers the attributes of a tag for whoever processes it later. */
    static void remember(String prefix, IProcessableElementTag tag, IElementTagStructureHandler structureHandler) {
        Map<String, String> values = new HashMap<>();
        for (IAttribute attribute : tag.getAllAttributes()) {
            String value = attribute.getValue();
            if (value != null
                    && prefix.equals(attribute
                            .getAttributeDefinition()
                            .getAttributeName()
                            .getPrefix())) {
                values.put(attribute.getAttributeCompleteName(), value);
            }
        }
        structureHandler.setLocalVariable(VARIABLE, new WrittenAttributes(Map.copyOf(values)));
    }

    /** Tells whether the attribute is the template's own text. */
    static boolean has(ITemplateContext context, IAttribute attribute) {
        @Nullable Object remembered = context.getVariable(VARIABLE);
        return attribute.hasLocation()
                && remembered instanceof WrittenAttributes written
                && attribute.getValue().equals(written.values.get(attribute.getAttributeCompleteName()));
    }
}
