package io.github.liveview4j.test.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a page hold: what their html says, until somebody types, ticks or chooses.
 *
 * <p>For the thread that owns the document.
 */
public final class Fields {

    private final Map<Element, String> typed = new WeakHashMap<>();
    private final Map<Element, Boolean> ticked = new WeakHashMap<>();
    private final Map<Element, List<String>> chosen = new WeakHashMap<>();

    /** Creates the fields of a page that nobody has touched. */
    public Fields() {}

    /** Returns whether an element is a field that holds something. */
    public static boolean isField(Element element) {
        return element.nameIs("input") || element.nameIs("textarea") || element.nameIs("select");
    }

    /** Returns the type as a browser has it: lower case, {@code text} for an input without one, {@code submit} for a button. */
    public static String type(Element element) {
        if (element.nameIs("select")) {
            return element.hasAttr("multiple") ? "select-multiple" : "select-one";
        }
        if (element.nameIs("textarea")) {
            return "textarea";
        }
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        if (element.nameIs("button")) {
            return type.equals("button") || type.equals("reset") ? type : "submit";
        }
        return type.isEmpty() ? "text" : type;
    }

    /** Returns whether it is a checkbox or a radio button. */
    public static boolean isCheckable(Element field) {
        return field.nameIs("input")
                && (type(field).equals("checkbox") || type(field).equals("radio"));
    }

    /** Returns what a field holds; of several options the first that is chosen, empty text where none is. */
    public String value(Element field) {
        if (field.nameIs("select")) {
            return selected(field).stream().findFirst().map(Fields::optionValue).orElse("");
        }
        String value = typed.get(field);
        return value != null ? value : defaultValue(field);
    }

    /** Types. */
    public void value(Element field, String value) {
        typed.put(field, value);
    }

    /** Returns whether a checkbox or radio button is ticked. */
    public boolean isChecked(Element field) {
        return ticked.getOrDefault(field, field.hasAttr("checked"));
    }

    /** Ticks a checkbox or radio button, or takes the tick away; of a group of radio buttons one is ticked. */
    public void check(Element field, boolean checked) {
        if (checked && type(field).equals("radio")) {
            group(field).forEach(other -> ticked.put(other, false));
        }
        ticked.put(field, checked);
    }

    /** Returns the options of a select that are chosen. */
    public List<Element> selected(Element select) {
        List<Element> options = select.select("option");
        List<String> values = chosen.get(select);
        if (values != null) {
            List<Element> known = options.stream()
                    .filter(option -> values.contains(optionValue(option)))
                    .toList();
            if (!known.isEmpty() || values.isEmpty()) {
                return known;
            }
        }
        List<Element> marked = new ArrayList<>(
                options.stream().filter(option -> option.hasAttr("selected")).toList());
        if (select.hasAttr("multiple")) {
            return marked;
        }
        if (!marked.isEmpty()) {
            return List.of(marked.get(marked.size() - 1));
        }
        return options.stream().filter(option -> !option.hasAttr("disabled")).findFirst().stream()
                .toList();
    }

    /** Chooses options by their values, in place of those that are chosen. */
    public void select(Element select, List<String> values) {
        chosen.put(select, List.copyOf(values));
    }

    /** Returns the value of an option: its attribute, else its text. */
    public static String optionValue(Element option) {
        return option.hasAttr("value") ? option.attr("value") : option.text();
    }

    /** Takes a field back to what its html says. */
    public void reset(Element field) {
        typed.remove(field);
        ticked.remove(field);
        chosen.remove(field);
    }

    /** Returns what a field holds, to be compared with what it holds later. */
    String state(Element field) {
        if (isCheckable(field)) {
            return String.valueOf(isChecked(field));
        }
        return field.nameIs("select") ? indexes(field, selected(field)) : value(field);
    }

    /** Returns the state that a field has as long as nobody has changed it. */
    String defaultState(Element field) {
        if (isCheckable(field)) {
            return String.valueOf(field.hasAttr("checked"));
        }
        return field.nameIs("select") ? indexes(field, new Fields().selected(field)) : defaultValue(field);
    }

    /** Returns whether a field holds something else than its html says. */
    boolean isChanged(Element field) {
        return !state(field).equals(defaultState(field));
    }

    private static String defaultValue(Element field) {
        if (field.nameIs("textarea")) {
            return field.wholeText();
        }
        return isCheckable(field) && !field.hasAttr("value") ? "on" : field.attr("value");
    }

    private static String indexes(Element select, List<Element> options) {
        List<Element> all = select.select("option");
        return IntStream.range(0, all.size())
                .filter(index -> options.contains(all.get(index)))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static List<Element> group(Element radio) {
        String name = radio.attr("name");
        Element form = FormData.formAround(radio);
        return radio.root().select("input[type=radio]").stream()
                .filter(other -> other.attr("name").equals(name) && isSame(FormData.formAround(other), form))
                .toList();
    }

    private static boolean isSame(@Nullable Element one, @Nullable Element other) {
        return one == other;
    }
}
