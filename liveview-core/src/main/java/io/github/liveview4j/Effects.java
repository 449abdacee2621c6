package io.github.liveview4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a message does beside the content of its target, by the names that the wire has for it, in the order of the calls.
 *
 * <p>Immutable: every method returns other effects.
 */
final class Effects {

    static final Effects NONE = new Effects(Map.of());

    /** Not wrapped, as copying a wrapped map makes an object for each of its entries; not written to any more. */
    private final Map<String, Object> byName;

    private Effects(Map<String, Object> byName) {
        this.byName = byName;
    }

    /** Returns the effects by name, unmodifiable. */
    Map<String, Object> byName() {
        return byName.isEmpty() ? Map.of() : Collections.unmodifiableMap(byName);
    }

    /** Adds an effect, in place of one of that name. */
    Effects with(String name, Object value) {
        return new Effects(plus(byName, name, Objects.requireNonNull(value, name)));
    }

    /** Adds to an effect that has a value for each of several names. */
    @SuppressWarnings("unchecked")
    Effects withEntry(String name, String entry, @Nullable String value) {
        Map<String, Object> entries = (Map<String, Object>) byName.getOrDefault(name, Map.of());
        return with(name, Collections.unmodifiableMap(plus(entries, entry, value)));
    }

    /** Adds to an effect that is a list. */
    @SuppressWarnings("unchecked")
    Effects withItem(String name, String item) {
        List<String> items = new ArrayList<>((List<String>) byName.getOrDefault(name, List.of()));
        items.add(item);
        return with(name, List.copyOf(items));
    }

    /**
     * Returns a map with one entry more, for whoever keeps it from being written to; its value may be {@code null}, as that of a
     * template's variable.
     */
    @SuppressWarnings("NullAway") // the types of messages do not say that a variable may be null
    static Map<String, Object> plus(Map<String, Object> map, String name, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(map);
        copy.put(Objects.requireNonNull(name, "name"), value);
        return copy;
    }

    /** Names the effects, never their values: those may be somebody's data. */
    @Override
    public String toString() {
        return byName.keySet().toString();
    }
}
