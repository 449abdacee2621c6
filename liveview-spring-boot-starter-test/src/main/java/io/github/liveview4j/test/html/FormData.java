package io.github.liveview4j.test.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What of a form a browser sends: the rules of the browser's {@code FormData}, and, of a field that belongs to no form, the field.
 *
 * <p>Files are not sent. For the thread that owns the document.
 */
public final class FormData {

    private FormData() {}

    /** Returns the form that an element is or belongs to, by its attribute {@code form} or by where it stands. */
    public static @Nullable Element formAround(Element element) {
        if (element.nameIs("form")) {
            return element;
        }
        if (element.hasAttr("form")) {
            Element owner = element.root().getElementById(element.attr("form"));
            return owner != null && owner.nameIs("form") ? owner : null;
        }
        return element.closest("form");
    }

    /** Returns the fields and buttons of a form, in the order of the page. */
    public static List<Element> elements(Element form) {
        return form.root().select("input,textarea,select,button").stream()
                .filter(element -> formAround(element) == form)
                .toList();
    }

    /** Returns whether an element submits the form that it belongs to. */
    public static boolean isSubmitButton(Element element) {
        boolean submits = element.nameIs("button") || element.nameIs("input")
                ? List.of("submit", "image").contains(Fields.type(element))
                : false;
        return submits && formAround(element) != null;
    }

    /** Returns whether an element is disabled, by itself or by a fieldset around it whose legend it is not in. */
    public static boolean isDisabled(Element element) {
        if (element.hasAttr("disabled")) {
            return element.nameIs("input")
                    || element.nameIs("button")
                    || element.nameIs("select")
                    || element.nameIs("textarea")
                    || element.nameIs("option")
                    || element.nameIs("fieldset");
        }
        for (Element around = element.parent(); around != null; around = around.parent()) {
            if (around.nameIs("fieldset") && around.hasAttr("disabled") && !isInLegend(around, element)) {
                return Fields.isField(element) || element.nameIs("button");
            }
        }
        return false;
    }

    private static boolean isInLegend(Element fieldset, Element element) {
        Element legend = fieldset.children().stream()
                .filter(child -> child.nameIs("legend"))
                .findFirst()
                .orElse(null);
        return legend != null && element.parents().contains(legend);
    }

    /**
     * Returns the names and values that go with a call of an element.
     *
     * @param element what calls
     * @param submitter the button that was pressed, or {@code null}
     */
    public static List<Map.Entry<String, String>> of(Element element, @Nullable Element submitter, Fields fields) {
        Element form = formAround(element);
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        if (form == null) {
            addField(element, fields, entries);
            return entries;
        }
        for (Element one : elements(form)) {
            if (isDisabled(one) || one.closest("datalist") != null) {
                continue;
            }
            if (isButton(one)) {
                if (one == submitter && !one.attr("name").isEmpty()) {
                    entries.add(Map.entry(one.attr("name"), one.attr("value")));
                }
            } else {
                addField(one, fields, entries);
            }
        }
        return entries;
    }

    private static boolean isButton(Element element) {
        return element.nameIs("button")
                || List.of("submit", "button", "reset", "image").contains(Fields.type(element));
    }

    private static void addField(Element field, Fields fields, List<Map.Entry<String, String>> entries) {
        String name = field.attr("name");
        if (name.isEmpty()
                || isDisabled(field)
                || !Fields.isField(field)
                || Fields.type(field).equals("file")) {
            return;
        }
        if (field.nameIs("select")) {
            fields.selected(field).stream()
                    .filter(option -> !isDisabled(option) && option.closest("optgroup[disabled]") == null)
                    .forEach(option -> entries.add(Map.entry(name, Fields.optionValue(option))));
        } else if (!Fields.isCheckable(field) || fields.isChecked(field)) {
            entries.add(Map.entry(name, fields.value(field)));
        }
    }
}
