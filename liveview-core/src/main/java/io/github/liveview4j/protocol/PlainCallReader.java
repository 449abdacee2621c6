package io.github.liveview4j.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a call of the second dialect straight from the parser, as long as it looks as calls nearly always do.
 *
 * <p>Whatever it does not know, be it wrong or only rare, it leaves to {@link ClientEventReader}, which is given the frame from its
 * beginning, reads everything and says what is wrong. So this one has no errors of its own, and what it does read it reads as the
 * other does.
 */
final class PlainCallReader {

    private long id;
    private long done;
    private boolean isCall;
    private @Nullable String function;
    private @Nullable String lang;
    private Map<String, Object> data = Map.of();
    private Map<String, List<String>> form = Map.of();
    private Set<String> untouched = Set.of();

    private PlainCallReader() {}

    /** Reads the call that is the whole of what a parser has, or returns {@code null} where it is anything else. */
    static ClientEvent.@Nullable Call read(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        PlainCallReader reader = new PlainCallReader();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (!reader.isTaken(name, parser)) {
                return null;
            }
        }
        return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null ? reader.call() : null;
    }

    private ClientEvent.@Nullable Call call() {
        return isCall && id >= 1 && function != null
                ? new ClientEvent.Call(id, function, data, form, lang, done, untouched)
                : null;
    }

    private boolean isTaken(String name, JsonParser parser) {
        JsonToken token = parser.nextToken();
        switch (name) {
            case "type", "function", "lang" -> {
                return token == JsonToken.VALUE_STRING && isTextTaken(name, parser.getString());
            }
            case "id", "done" -> {
                return token == JsonToken.VALUE_NUMBER_INT && isNumberTaken(name, parser);
            }
            case "data" -> {
                return token == JsonToken.START_OBJECT && isDataTaken(parser);
            }
            case "form" -> {
                return token == JsonToken.START_ARRAY && isFormTaken(parser);
            }
            case "untouched" -> {
                return token == JsonToken.START_ARRAY && isUntouchedTaken(parser);
            }
            default -> {
                return false;
            }
        }
    }

    private boolean isTextTaken(String name, String text) {
        switch (name) {
            case "type" -> {
                // Of a hello or a ping no more than this is read twice.
                isCall = "call".equals(text);
                return isCall;
            }
            case "function" -> function = text;
            default -> lang = text.length() <= ClientEventReader.MAX_LANG ? text : null;
        }
        return true;
    }

    private boolean isNumberTaken(String name, JsonParser parser) {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return false;
        }
        if (name.equals("id")) {
            id = parser.getLongValue();
        } else {
            done = parser.getLongValue();
        }
        return true;
    }

    private boolean isDataTaken(JsonParser parser) {
        Map<String, Object> read = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            switch (parser.nextToken()) {
                case VALUE_STRING -> read.put(name, parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> read.put(name, parser.getNumberValue());
                case VALUE_TRUE -> read.put(name, true);
                case VALUE_FALSE -> read.put(name, false);
                case VALUE_NULL -> {}
                default -> {
                    return false;
                }
            }
        }
        data = Collections.unmodifiableMap(read);
        return parser.currentToken() == JsonToken.END_OBJECT;
    }

    private boolean isFormTaken(JsonParser parser) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                return false;
            }
            String name = parser.getString();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                return false;
            }
            read.computeIfAbsent(name, key -> new ArrayList<>(1)).add(parser.getString());
            if (parser.nextToken() != JsonToken.END_ARRAY) {
                return false;
            }
        }
        form = ClientEventReader.unmodifiable(read);
        return parser.currentToken() == JsonToken.END_ARRAY;
    }

    private boolean isUntouchedTaken(JsonParser parser) {
        Set<String> read = new LinkedHashSet<>();
        int items = 0;
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            read.add(parser.getString());
            items++;
        }
        untouched = Collections.unmodifiableSet(read);
        return parser.currentToken() == JsonToken.END_ARRAY && items <= ClientEventReader.MAX_UNTOUCHED;
    }
}
