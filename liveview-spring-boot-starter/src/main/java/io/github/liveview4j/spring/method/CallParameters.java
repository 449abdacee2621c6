package io.github.liveview4j.spring.method;

import io.github.liveview4j.LiveViewContent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The data and the form of a call as the parameters of a request.
 *
 * <p>Data of the element wins over a field of the same name. Numbers and truth values are text, a list of such is several values;
 * anything deeper is left to {@link LiveViewContent}. For any thread.
 */
final class CallParameters {

    /** Past these no form has names, and binding costs time and stack for every step of a path. */
    private static final int MAX_NAME = 256;

    private static final int MAX_STEPS = 10;

    private CallParameters() {}

    static Map<String, String[]> of(LiveViewContent content) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        content.form().forEach((name, values) -> {
            if (isReasonable(name)) {
                parameters.put(name, values.toArray(new String[0]));
            }
        });
        content.data().forEach((name, value) -> {
            List<String> values = values(value);
            if (!values.isEmpty() && isReasonable(name)) {
                parameters.put(name, values.toArray(new String[0]));
            }
        });
        return Collections.unmodifiableMap(parameters);
    }

    private static List<String> values(Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(CallParameters::isSimple)
                    .map(String::valueOf)
                    .toList();
        }
        return isSimple(value) ? List.of(value.toString()) : List.of();
    }

    private static boolean isSimple(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static boolean isReasonable(String name) {
        return name.length() <= MAX_NAME
                && name.chars().filter(each -> each == '.' || each == '[').count() < MAX_STEPS;
    }
}
