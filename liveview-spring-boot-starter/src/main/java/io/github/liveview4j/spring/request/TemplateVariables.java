package io.github.liveview4j.spring.request;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What a template sees of the variables of a call and a message, whatever engine renders it. For any thread. */
public final class TemplateVariables {

    /** Room for those that the engines add. */
    private static final int USUAL = 32;

    private TemplateVariables() {}

    /**
     * Returns variables that agree with each other: an object that a message brings itself is not shown with the values and errors of
     * the one that it replaces.
     *
     * @param model the variables of the call and those of the message
     * @return a copy, to be changed by who renders
     */
    public static Map<String, Object> of(Map<String, Object> model) {
        Map<String, Object> variables = new HashMap<>(USUAL);
        model.forEach((name, value) -> {
            if (!isOfAnother(value, model)) {
                variables.put(name, value);
            }
        });
        return variables;
    }

    private static boolean isOfAnother(@Nullable Object value, Map<String, Object> model) {
        return value instanceof BindingResult errors
                && errors.getTarget() != null
                && model.containsKey(errors.getObjectName())
                && model.get(errors.getObjectName()) != errors.getTarget();
    }
}
