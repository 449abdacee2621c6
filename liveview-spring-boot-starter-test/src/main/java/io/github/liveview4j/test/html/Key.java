package io.github.liveview4j.test.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A key with its modifiers, written like {@code ctrl+shift+p} or {@code enter}. Immutable.
 *
 * @param modifiers of {@code ctrl alt meta shift}
 * @param name the key in lower case, as keyboard maps name it
 */
public record Key(Set<String> modifiers, String name) {

    private static final List<String> MODIFIERS = List.of("ctrl", "alt", "meta", "shift");
    private static final Map<String, String> NAMES = Map.of(
            "escape", "esc",
            " ", "space",
            "arrowup", "up",
            "arrowdown", "down",
            "arrowleft", "left",
            "arrowright", "right",
            "pageup", "page_up",
            "pagedown", "page_down");

    /** Reads what a person wrote, in any case and with the modifiers in any order; a lone {@code +} is the key plus. */
    public static Key of(String written) {
        String rest = written.strip().toLowerCase(Locale.ROOT);
        Set<String> modifiers = new TreeSet<>();
        int plus = rest.indexOf('+');
        while (plus > 0 && MODIFIERS.contains(rest.substring(0, plus).strip())) {
            modifiers.add(rest.substring(0, plus).strip());
            rest = rest.substring(plus + 1).strip();
            plus = rest.indexOf('+');
        }
        String name = rest.isEmpty() ? written.toLowerCase(Locale.ROOT) : rest;
        return new Key(modifiers, NAMES.getOrDefault(name, name));
    }

    /** Returns whether it is pressed in typing: without ctrl, alt or meta. */
    boolean isPlain() {
        return modifiers.stream().allMatch("shift"::equals);
    }

    boolean isCharacter() {
        return name.codePointCount(0, name.length()) == 1 || name.equals("space");
    }

    /** Returns whether the filter of a descriptor, such as {@code ctrl+s} of {@code keydown.ctrl+s->}, lets it through. */
    boolean passes(String filter) {
        List<String> parts = new ArrayList<>(List.of(filter.split("\\+")));
        Set<String> wanted = new TreeSet<>(parts);
        wanted.retainAll(MODIFIERS);
        parts.removeAll(MODIFIERS);
        return wanted.equals(modifiers) && (parts.isEmpty() || parts.get(0).equals(name));
    }

    @Override
    public String toString() {
        return String.join(
                "+",
                Stream.concat(MODIFIERS.stream().filter(modifiers::contains), Stream.of(name))
                        .toList());
    }
}
