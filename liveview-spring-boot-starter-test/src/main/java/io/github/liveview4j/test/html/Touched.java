package io.github.liveview4j.test.html;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * Where the user has been, the client's {@code touched.js}: fields that were typed in, changed or left, and forms that were submitted.
 *
 * <p>For the thread that owns the document.
 */
public final class Touched {

    /** The server reads no call with more than 1,024. */
    private static final int MOST = 999;

    private static final Set<String> TOUCHING = Set.of("input", "change", "blur", "submit");
    private static final Set<String> CLOSED = Set.of("hidden", "submit", "button", "reset", "image");

    private final Set<Element> touched = Collections.newSetFromMap(new WeakHashMap<>());

    Touched() {}

    /** Takes note of an event, before anybody hears of it. */
    public void happened(DomEvent event) {
        if (TOUCHING.contains(event.type())) {
            touched.add(event.target());
        } else if (event.type().equals("reset") && event.target().nameIs("form")) {
            touched.remove(event.target());
            FormData.elements(event.target()).forEach(touched::remove);
        }
    }

    /** Returns the names of the fields around an element that makes a call where nobody has been yet, each once. */
    public List<String> untouched(Element element) {
        Element form = FormData.formAround(element);
        if (form == null) {
            return List.of();
        }
        if (FormData.isSubmitButton(element)) {
            touched.add(form);
        }
        if (touched.contains(form)) {
            return List.of();
        }
        List<Element> fields =
                FormData.elements(form).stream().filter(Touched::isOpen).toList();
        Set<String> known =
                fields.stream().filter(touched::contains).map(Touched::name).collect(Collectors.toSet());
        return fields.stream()
                .map(Touched::name)
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String name(Element field) {
        return field.attr("name");
    }

    private static boolean isOpen(Element field) {
        return Fields.isField(field)
                && !CLOSED.contains(Fields.type(field))
                && !FormData.isDisabled(field)
                && !field.hasAttr("readonly");
    }
}
