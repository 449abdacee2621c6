package io.github.liveview4j.test.html;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * Where the user has been: which fields were typed in, changed or left, and which forms were submitted. The client's {@code
 * touched.js}: a call tells the server in which fields of its form nobody has been yet, whose errors are not shown.
 *
 * <p>A field that an update keeps is the same field. For the thread that owns the document.
 */
public final class Touched {

    private static final Set<String> TOUCHING = Set.of("input", "change", "blur", "submit");

    private final Set<Element> touched = Collections.newSetFromMap(new WeakHashMap<>());

    Touched() {}

    /** Takes note of an event, before anybody makes a call of it. */
    public void happened(DomEvent event) {
        if (TOUCHING.contains(event.type())) {
            touched.add(event.target());
        }
    }

    /** Forgets what is known of a form, which is reset. */
    public void forget(Element form) {
        touched.remove(form);
        FormData.elements(form).forEach(touched::remove);
    }

    /**
     * Returns the names of the fields around an element that makes a call in which nobody has been yet: none where it has no form, or its
     * form was submitted. A hidden field is none of them, as nobody can be in it.
     */
    public List<String> untouched(Element caller) {
        Element form = FormData.formAround(caller);
        if (form == null) {
            return List.of();
        }
        if (FormData.isSubmitButton(caller)) {
            // A click that is prevented submits nothing, and means the same.
            touched.add(form);
        }
        if (touched.contains(form)) {
            return List.of();
        }
        List<Element> fields =
                FormData.elements(form).stream().filter(Fields::isField).toList();
        Set<String> known = fields.stream()
                .filter(field -> Fields.type(field).equals("hidden") || touched.contains(field))
                .map(field -> field.attr("name"))
                .collect(Collectors.toSet());
        return fields.stream()
                .map(field -> field.attr("name"))
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .toList();
    }
}
