package io.github.liveview4j;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page sent with one event: the content map of django-liveview, with readable accessors.
 *
 * <p>As a map it has the keys {@code function}, {@code data}, {@code form}, {@code lang} and {@code room}, cannot be
 * changed, and lacks {@code lang} where the page has none. Everything in it but {@code room} is the browser's claim: a
 * person can send any name and any value. Immutable, for any thread.
 */
public final class LiveViewContent extends AbstractMap<String, Object> {

    private final String function;
    private final Map<String, Object> data;
    private final Map<String, List<String>> form;
    private final @Nullable String lang;
    private final String room;
    private final Set<String> untouched;

    private LiveViewContent(
            String function,
            Map<String, Object> data,
            Map<String, List<String>> form,
            @Nullable String lang,
            String room,
            Set<String> untouched) {
        this.function = Objects.requireNonNull(function, "function");
        this.data = data;
        this.form = form;
        this.lang = lang;
        this.room = room;
        this.untouched = untouched;
    }

    /**
     * Makes the content of an event without data and form, as a test or the dispatcher needs it.
     *
     * @param function the name of the handler
     */
    public static LiveViewContent of(String function) {
        return new LiveViewContent(function, Map.of(), Map.of(), null, "", Set.of());
    }

    /**
     * Makes the content of an event from what a browser sent.
     *
     * @param function the name of the handler
     * @param data values by key; not copied, must not change any more
     * @param form each field's values; not copied, must not change any more
     * @param lang the page's language tag, or {@code null}
     * @param room the room of the page
     */
    public static LiveViewContent of(
            String function,
            Map<String, Object> data,
            Map<String, List<String>> form,
            @Nullable String lang,
            String room) {
        return new LiveViewContent(
                function, Collections.unmodifiableMap(data), Collections.unmodifiableMap(form), lang, room, Set.of());
    }

    /**
     * Returns a copy with one more form field.
     *
     * @param name the field's name, verbatim
     * @param values its values in the order of the form; none for a field that is absent
     */
    public LiveViewContent withForm(String name, String... values) {
        Map<String, List<String>> copy = new LinkedHashMap<>(form);
        if (values.length == 0) {
            copy.remove(name);
        } else {
            copy.put(name, List.of(values));
        }
        return withForm(copy);
    }

    /**
     * Returns a copy with this form in place of the old one.
     *
     * @param form each field's values; copied
     */
    public LiveViewContent withForm(Map<String, List<String>> form) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        form.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return new LiveViewContent(function, data, Collections.unmodifiableMap(copy), lang, room, untouched);
    }

    /**
     * Returns a copy with one more data value.
     *
     * @param name the key as the handler reads it, {@code modalId} for {@code data-data-modal-id}
     * @param value a string, as a rule
     */
    public LiveViewContent withData(String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(data);
        copy.put(name, value);
        return withData(copy);
    }

    /**
     * Returns a copy with this data in place of the old.
     *
     * @param data values by key; copied, not deeply
     */
    public LiveViewContent withData(Map<String, Object> data) {
        return new LiveViewContent(
                function, Collections.unmodifiableMap(new LinkedHashMap<>(data)), form, lang, room, untouched);
    }

    /**
     * Returns a copy with this page language.
     *
     * @param lang a language tag, or {@code null}
     */
    public LiveViewContent withLang(@Nullable String lang) {
        return new LiveViewContent(function, data, form, lang, room, untouched);
    }

    /**
     * Returns a copy with this room.
     *
     * @param room the room of the page
     */
    public LiveViewContent withRoom(String room) {
        return new LiveViewContent(function, data, form, lang, room, untouched);
    }

    /**
     * Returns a copy in which the user has not been in these fields of the form yet.
     *
     * @param names the fields' names, verbatim; copied
     */
    public LiveViewContent withUntouched(Collection<String> names) {
        return new LiveViewContent(function, data, form, lang, room, Set.copyOf(names));
    }

    /**
     * Returns a copy in which the user has not been in these fields of the form yet.
     *
     * @param names the fields' names, verbatim; none, as after a submit, for a form all of which counts as touched
     */
    public LiveViewContent withUntouched(String... names) {
        return withUntouched(List.of(names));
    }

    /** Returns the name of the handler that the page asked for. */
    public String function() {
        return function;
    }

    /** Returns the values of the element's {@code data-data-*} attributes by camelCase key, unmodifiable. */
    public Map<String, Object> data() {
        return data;
    }

    /** Returns the form's values by field name, unmodifiable; a field that was not sent has no entry. */
    public Map<String, List<String>> form() {
        return form;
    }

    /** Returns the language that the page says it is in, or {@code null}. A claim: the consumer knows the one in use. */
    public @Nullable String lang() {
        return lang;
    }

    /** Returns the room of the page, the one that the handshake was let into. */
    public String room() {
        return room;
    }

    /**
     * Returns the first value of a form field.
     *
     * @param name the field's name, verbatim
     * @return the value, or the empty string where the field was not sent; {@link #form()} tells the two apart
     */
    public String form(String name) {
        List<String> values = form.get(name);
        return values == null || values.isEmpty() ? "" : values.get(0);
    }

    /**
     * Returns the first value of a form field, or a default.
     *
     * @param name the field's name, verbatim
     * @param otherwise what to return where the field was not sent or is blank
     */
    public String form(String name, String otherwise) {
        String value = form(name);
        return value.isBlank() ? otherwise : value;
    }

    /**
     * Returns every value of a form field, such as the ticked boxes of one name.
     *
     * @param name the field's name, verbatim
     * @return the values in the order of the form, empty where there are none; unmodifiable
     */
    public List<String> formAll(String name) {
        return form.getOrDefault(name, List.of());
    }

    /**
     * Tells whether the user has been in a form field: has typed in it, has changed or left it, or has submitted the form.
     *
     * <p>With it, a field that is still empty can be told from one that was left empty, so that errors appear only where
     * somebody has been. The idea is that of {@code used_input?} in Phoenix LiveView.
     *
     * @param name the field's name, verbatim
     * @return false for a field that was not touched yet; true for any other, for hidden, disabled and read-only fields, for names that the form does not
     *     have, and for every field where the browser does not tell, as with the first dialect
     */
    public boolean isTouched(String name) {
        return !untouched.contains(name);
    }

    /** Returns the names of the form's fields in which the user has not been yet, unmodifiable; see {@link #isTouched}. */
    public Set<String> untouched() {
        return untouched;
    }

    /**
     * Returns a data value as text.
     *
     * @param name the key, {@code modalId} for {@code data-data-modal-id}
     * @return the value, or the empty string where there is none; {@link #data()} tells the two apart
     */
    public String data(String name) {
        Object value = data.get(name);
        return value == null ? "" : value.toString();
    }

    /**
     * Returns a data value as text, or a default.
     *
     * @param name the key, {@code modalId} for {@code data-data-modal-id}
     * @param otherwise what to return where there is no value or a blank one
     */
    public String data(String name, String otherwise) {
        String value = data(name);
        return value.isBlank() ? otherwise : value;
    }

    /**
     * Returns a data value as a whole number, or a default.
     *
     * @param name the key, {@code page} for {@code data-data-page}
     * @param otherwise what to return where there is no value or a blank one
     * @throws LiveViewException if there is a value that is not a whole number between -2³¹ and 2³¹-1
     */
    public int data(String name, int otherwise) {
        String value = data(name).strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            // Without it as a cause: its message has the value, which is a person's, in full and unescaped.
            throw new LiveViewException("Expected data '" + name + "' of the call '" + function
                    + "' to be a whole number; got text of " + value.length() + " characters that is none");
        }
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        List<Entry<String, Object>> entries = new ArrayList<>(5);
        entries.add(Map.entry("function", function));
        entries.add(Map.entry("data", data));
        entries.add(Map.entry("form", form));
        if (lang != null) {
            entries.add(Map.entry("lang", lang));
        }
        entries.add(Map.entry("room", room));
        return Collections.unmodifiableSet(new LinkedHashSet<>(entries));
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if (!(key instanceof String name)) {
            return null;
        }
        return switch (name) {
            case "function" -> function;
            case "data" -> data;
            case "form" -> form;
            case "lang" -> lang;
            case "room" -> room;
            default -> null;
        };
    }

    /** Names the event and the fields, never a value: values are what a person typed. */
    @Override
    public String toString() {
        return "LiveViewContent[function=" + function + ", data=" + data.keySet() + ", form=" + form.keySet() + "]";
    }
}
