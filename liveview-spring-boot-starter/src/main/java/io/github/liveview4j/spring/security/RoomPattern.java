package io.github.liveview4j.spring.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a room with variables in it, such as {@code orders:{id}}. Immutable, for any thread. */
final class RoomPattern {

    private static final Pattern PART = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}|([A-Za-z0-9_.~:-]+)");

    private final Pattern pattern;
    private final List<String> names;

    private RoomPattern(Pattern pattern, List<String> names) {
        this.pattern = pattern;
        this.names = List.copyOf(names);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if no room can have such a name
     */
    static RoomPattern of(String text) {
        StringBuilder regex = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            if (part.group(1) != null) {
                // Not over a colon, which names of rooms are divided by.
                regex.append("([^:]+)");
                names.add(part.group(1));
            } else {
                regex.append(Pattern.quote(part.group(2)));
            }
            end = part.end();
        }
        if (end < text.length() || text.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "Expected the name of a room, of A-Z a-z 0-9 _ . ~ : - and variables such as {id}, "
                            + "each of them once, got '" + text + "'");
        }
        return new RoomPattern(Pattern.compile(regex.toString()), names);
    }

    /** Returns the variables of a room's name, or {@code null} where it is another room. */
    @Nullable
    Map<String, String> match(String room) {
        Matcher matcher = pattern.matcher(room);
        if (!matcher.matches()) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            variables.put(names.get(i), matcher.group(i + 1));
        }
        return variables;
    }
}
