package io.github.liveview4j.spring.redis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks whether bytes are what a broadcast says, a JSON array of objects: they go into frames as they are, and one that is
 * none would break the frame of every page, and then the one with which pages come back.
 *
 * <p>Needed without a signing key only: what is sealed was written by this library. Nothing is made of what is read. For one
 * thread, and one text.
 */
final class JsonUpdates {

    /** No character that JSON has outside of a string. */
    private static final char END = 0;

    private static final int DEEPEST = 500;
    private static final Pattern SCALAR =
            Pattern.compile("true|false|null|-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

    private final String text;
    private final Matcher scalar;
    private int at;

    private JsonUpdates(String text) {
        this.text = text;
        this.scalar = SCALAR.matcher(text);
    }

    /** Returns whether bytes of any kind are a JSON array of objects, in UTF-8, and nothing else. */
    static boolean isSound(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonUpdates json = new JsonUpdates(text);
            return json.next() == '[' && json.array(1) && json.isAtEnd();
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Goes to the next character that is no space and returns it, or {@link #END}. */
    private char next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private boolean isAtEnd() {
        return next() == END && at == text.length();
    }

    private boolean take(char expected) {
        boolean isThere = next() == expected;
        if (isThere) {
            at++;
        }
        return isThere;
    }

    private boolean value(int depth) {
        return switch (next()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            default -> scalar();
        };
    }

    /** In the outermost one there is nothing but objects. */
    private boolean array(int depth) {
        if (depth > DEEPEST || !take('[')) {
            return false;
        }
        if (take(']')) {
            return true;
        }
        do {
            if (depth == 1 ? !object(depth + 1) : !value(depth + 1)) {
                return false;
            }
        } while (take(','));
        return take(']');
    }

    private boolean object(int depth) {
        if (depth > DEEPEST || !take('{')) {
            return false;
        }
        if (take('}')) {
            return true;
        }
        do {
            if (!string() || !take(':') || !value(depth + 1)) {
                return false;
            }
        } while (take(','));
        return take('}');
    }

    private boolean string() {
        if (!take('"')) {
            return false;
        }
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') {
                return true;
            }
            if (next < ' ' || (next == '\\' && !escape())) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        if (at == text.length()) {
            return false;
        }
        char kind = text.charAt(at++);
        if (kind != 'u') {
            return "\"\\/bfnrt".indexOf(kind) >= 0;
        }
        int end = at + 4;
        for (; at < end; at++) {
            if (at >= text.length() || "0123456789abcdefABCDEF".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean scalar() {
        next();
        if (!scalar.region(at, text.length()).lookingAt()) {
            return false;
        }
        at = scalar.end();
        return true;
    }
}
