package io.github.liveview4j.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a parsed JSON value into a client's event, or says what is wrong with it. */
final class ClientEventReader {

    private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    static final int MAX_LANG = 64;

    /** As many fields as a form can have within the limits of a frame. */
    static final int MAX_UNTOUCHED = 1024;

    /** Thrown and caught in this class: the reason is what the log gets. */
    private static final class Unreadable extends RuntimeException {
        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }

    private ClientEventReader() {}

    static ClientEvent read(Dialect dialect, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            return new ClientEvent.Malformed("expected an object, got " + kind(value), null);
        }
        try {
            return dialect == Dialect.V1 ? v1Call(object) : v2(object);
        } catch (Unreadable e) {
            Long id = dialect == Dialect.V2 ? wholeNumber(object.get("id")) : null;
            return new ClientEvent.Malformed(String.valueOf(e.getMessage()), id == null || id < 1 ? null : id);
        }
    }

    private static ClientEvent v2(Map<?, ?> object) {
        String type = text(object, "type");
        return switch (type) {
            case "call" -> v2Call(object);
            case "hello" -> hello(object);
            case "ping" -> new ClientEvent.Ping();
            case "pong" -> new ClientEvent.Pong();
            default -> throw new Unreadable("expected hello, call, ping or pong as 'type', got " + another(type));
        };
    }

    private static ClientEvent hello(Map<?, ?> object) {
        String page = text(object, "page");
        if (!PAGE.matcher(page).matches()) {
            throw new Unreadable("expected a page id of 16 to 64 letters, digits, _ and -, got " + another(page));
        }
        return new ClientEvent.Hello(
                page,
                lang(object),
                number(object, "done", 0),
                position(object),
                optionalText(object, "token"),
                optionalText(object, "node"),
                receipts(object.get("rooms")));
    }

    private static @Nullable Position position(Map<?, ?> object) {
        String epoch = optionalText(object, "epoch");
        long seq = number(object, "seq", 0);
        if (epoch == null) {
            return null;
        }
        if (!Position.isEpoch(epoch) || seq < 0) {
            throw new Unreadable("expected a position as 'epoch' and 'seq', got " + another(epoch) + " and a number "
                    + (seq < 0 ? "below 0" : "from 0"));
        }
        return new Position(epoch, seq);
    }

    private static Map<String, String> receipts(@Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> rooms)) {
            throw new Unreadable("expected an object as 'rooms', got " + kind(value));
        }
        Map<String, String> receipts = new LinkedHashMap<>();
        rooms.forEach((room, receipt) -> {
            if (!(receipt instanceof String text)) {
                throw new Unreadable("expected text as receipt in 'rooms', got " + kind(receipt));
            }
            receipts.put(room.toString(), text);
        });
        return Collections.unmodifiableMap(receipts);
    }

    private static @Nullable String optionalText(Map<?, ?> object, String name) {
        Object value = object.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new Unreadable("expected text as '" + name + "', got " + kind(value));
    }

    private static ClientEvent v2Call(Map<?, ?> object) {
        long id = number(object, "id", -1);
        if (id < 1) {
            throw new Unreadable("expected a call id of 1 or more, got " + kind(object.get("id")));
        }
        return new ClientEvent.Call(
                id,
                text(object, "function"),
                data(object, false),
                pairs(object.get("form")),
                lang(object),
                number(object, "done", 0),
                untouched(object.get("untouched")));
    }

    private static ClientEvent v1Call(Map<?, ?> object) {
        return new ClientEvent.Call(
                0, text(object, "function"), data(object, true), fields(object.get("form")), lang(object), 0, Set.of());
    }

    private static String text(Map<?, ?> object, String name) {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new Unreadable("expected text as '" + name + "', got " + kind(object.get(name)));
    }

    private static long number(Map<?, ?> object, String name, long otherwise) {
        Object value = object.get(name);
        if (value == null) {
            return otherwise;
        }
        Long number = wholeNumber(value);
        if (number == null) {
            throw new Unreadable("expected a whole number as '" + name + "', got " + kind(value));
        }
        return number;
    }

    private static @Nullable Long wholeNumber(@Nullable Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof Long number ? number : null;
    }

    private static @Nullable String lang(Map<?, ?> object) {
        Object value = object.get("lang");
        if (value == null) {
            return null;
        }
        if (value instanceof String lang) {
            // It comes with every call: an attribute that somebody filled with nonsense is no reason to refuse them
            // all.
            return lang.length() <= MAX_LANG ? lang : null;
        }
        throw new Unreadable("expected a language tag as 'lang', got " + kind(value));
    }

    private static Map<String, Object> data(Map<?, ?> object, boolean seedKeys) {
        Object value = object.get("data");
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> data)) {
            throw new Unreadable("expected an object as 'data', got " + kind(value));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        data.forEach((key, item) -> {
            if (item != null && !(seedKeys && isPrefixed(key.toString()))) {
                result.put(key.toString(), item);
            }
        });
        if (seedKeys) {
            // After the plain ones: what was written as data-data-modal-id is meant for the handler and wins.
            data.forEach((key, item) -> {
                if (item != null && isPrefixed(key.toString())) {
                    String name = key.toString();
                    result.put(Character.toLowerCase(name.charAt(4)) + name.substring(5), item);
                }
            });
        }
        return Collections.unmodifiableMap(result);
    }

    /** django-liveview's client sends {@code data-data-modal-id} as {@code dataModalId}; its README reads {@code modalId}. */
    private static boolean isPrefixed(String key) {
        return key.length() > 4 && key.startsWith("data") && Character.isUpperCase(key.charAt(4));
    }

    private static Map<String, List<String>> pairs(@Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof List<?> pairs)) {
            throw new Unreadable("expected an array of pairs as 'form', got " + kind(value));
        }
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (Object item : pairs) {
            if (item instanceof List<?> pair
                    && pair.size() == 2
                    && pair.get(0) instanceof String name
                    && pair.get(1) instanceof String text) {
                form.computeIfAbsent(name, key -> new ArrayList<>(1)).add(text);
            } else {
                throw new Unreadable("expected pairs of name and text in 'form', got " + kind(item));
            }
        }
        return unmodifiable(form);
    }

    private static Set<String> untouched(@Nullable Object value) {
        if (value == null) {
            return Set.of();
        }
        if (!(value instanceof List<?> names)) {
            throw new Unreadable("expected an array of names as 'untouched', got " + kind(value));
        }
        if (names.size() > MAX_UNTOUCHED) {
            throw new Unreadable("expected at most " + MAX_UNTOUCHED + " names in 'untouched', got " + names.size());
        }
        Set<String> untouched = new LinkedHashSet<>();
        for (Object item : names) {
            if (!(item instanceof String name)) {
                throw new Unreadable("expected text in 'untouched', got " + kind(item));
            }
            untouched.add(name);
        }
        return Collections.unmodifiableSet(untouched);
    }

    private static Map<String, List<String>> fields(@Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> fields)) {
            throw new Unreadable("expected an object as 'form', got " + kind(value));
        }
        Map<String, List<String>> form = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            List<String> values = new ArrayList<>(1);
            for (Object item : field instanceof List<?> list ? list : Collections.singletonList(field)) {
                addField(values, item);
            }
            if (!values.isEmpty()) {
                form.put(name.toString(), values);
            }
        });
        return unmodifiable(form);
    }

    static Map<String, List<String>> unmodifiable(Map<String, List<String>> form) {
        form.replaceAll((name, values) -> Collections.unmodifiableList(values));
        return Collections.unmodifiableMap(form);
    }

    private static void addField(List<String> values, @Nullable Object item) {
        if (item instanceof String || item instanceof Number) {
            values.add(item.toString());
        } else if (Boolean.TRUE.equals(item)) {
            values.add("on");
        } else if (item != null && !Boolean.FALSE.equals(item)) {
            throw new Unreadable("expected text or a truth value in 'form', got " + kind(item));
        }
    }

    private static String another(String text) {
        return "another text, of " + text.length() + " characters";
    }

    /** Never the value itself, a number no more than a text: it may be what somebody typed, and this goes into the log. */
    private static String kind(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof String) {
            return "text";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "an array";
        }
        return value instanceof Boolean ? "a truth value" : "a number";
    }
}
