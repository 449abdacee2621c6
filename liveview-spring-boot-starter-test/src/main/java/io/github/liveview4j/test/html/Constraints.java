package io.github.liveview4j.test.html;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a browser from submitting a form: required, pattern, lengths, numbers and the shape of e-mail and other addresses.
 *
 * <p>For the thread that owns the document.
 */
public final class Constraints {

    private static final Pattern URL = Pattern.compile("\\s*[a-zA-Z][a-zA-Z0-9+.-]*:\\S.*");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)*");

    private Constraints() {}

    /**
     * Returns what is wrong with the first field that is not as its html demands.
     *
     * @param submitter the button that was pressed, or {@code null}
     */
    public static Optional<String> violation(Element form, @Nullable Element submitter, Fields fields) {
        if (form.hasAttr("novalidate") || (submitter != null && submitter.hasAttr("formnovalidate"))) {
            return Optional.empty();
        }
        return FormData.elements(form).stream()
                .filter(field -> Fields.isField(field) && !FormData.isDisabled(field) && !field.hasAttr("readonly"))
                .flatMap(field -> {
                    String problem = problem(field, fields);
                    return Optional.ofNullable(problem).map(text -> Outline.of(field) + " " + text).stream();
                })
                .findFirst();
    }

    private static @Nullable String problem(Element field, Fields fields) {
        String type = Fields.type(field);
        if (List.of("hidden", "submit", "button", "reset", "image").contains(type)) {
            return null;
        }
        if (Fields.isCheckable(field)) {
            return field.hasAttr("required") && !isTicked(field, fields) ? "is required and not ticked" : null;
        }
        String value = fields.value(field);
        if (value.isEmpty()) {
            return field.hasAttr("required") && !type.equals("file") ? "is required and empty" : null;
        }
        if (type.equals("email") && !EMAIL.matcher(value).matches()) {
            return "expects an e-mail address, got \"" + value + "\"";
        }
        if (type.equals("url") && !URL.matcher(value).matches()) {
            return "expects a whole address, got \"" + value + "\"";
        }
        if (field.hasAttr("pattern") && !field.nameIs("textarea") && !matches(field.attr("pattern"), value)) {
            return "expects the pattern " + field.attr("pattern") + ", got \"" + value + "\"";
        }
        if (value.length() < number(field.attr("minlength"), 0)) {
            return "expects at least " + field.attr("minlength") + " characters, got " + value.length();
        }
        if (value.length() > number(field.attr("maxlength"), Double.MAX_VALUE)) {
            return "expects at most " + field.attr("maxlength") + " characters, got " + value.length();
        }
        return type.equals("number") || type.equals("range") ? numberProblem(field, value) : null;
    }

    private static @Nullable String numberProblem(Element field, String value) {
        double given = number(value, Double.NaN);
        if (Double.isNaN(given)) {
            return "expects a number, got \"" + value + "\"";
        }
        if (given < number(field.attr("min"), -Double.MAX_VALUE)) {
            return "expects at least " + field.attr("min") + ", got " + value;
        }
        if (given > number(field.attr("max"), Double.MAX_VALUE)) {
            return "expects at most " + field.attr("max") + ", got " + value;
        }
        double step = number(field.attr("step"), 1);
        // A range moves in its steps, and holds nothing else.
        if (Fields.type(field).equals("range") || field.attr("step").equalsIgnoreCase("any") || step <= 0) {
            return null;
        }
        double steps = (given - number(field.attr("min"), number(field.attr("value"), 0))) / step;
        return Math.abs(steps - Math.rint(steps)) > 1e-6 ? "expects steps of " + step + ", got " + value : null;
    }

    private static boolean isTicked(Element field, Fields fields) {
        Element form = FormData.formAround(field);
        return fields.isChecked(field)
                || (Fields.type(field).equals("radio")
                        && form != null
                        && FormData.elements(form).stream()
                                .anyMatch(other -> Fields.isCheckable(other)
                                        && other.attr("name").equals(field.attr("name"))
                                        && fields.isChecked(other)));
    }

    private static boolean matches(String pattern, String value) {
        try {
            return Pattern.matches(pattern, value);
        } catch (PatternSyntaxException e) {
            // A browser reads patterns of another kind and passes over those that it cannot read.
            return true;
        }
    }

    private static double number(String text, double otherwise) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
