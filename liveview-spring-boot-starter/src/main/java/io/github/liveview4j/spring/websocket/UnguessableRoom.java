package io.github.liveview4j.spring.websocket;

import java.util.regex.Pattern;

/**
 * Tells a room that a page made up at random from one with a name that somebody else could think of.
 *
 * <p>Whether a text is random cannot be seen; what is plainly not can be: the wrong form, too few different characters, one
 * half that repeats the other. A random one fails here less often than once in fifty thousand times. For any thread.
 */
final class UnguessableRoom {

    /** Version 4, the random one: versions 1, 3 and 5 are made of a clock or of a name. */
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");

    /** 22 characters are 128 bits. Without both cases it is likelier a name, such as a word with a number behind it. */
    private static final Pattern BASE64URL = Pattern.compile("(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9_-]{22,}");

    /** Six or fewer of 16 in 32 random digits come once in five billion times. */
    private static final int DISTINCT_HEX = 7;

    /** Eight or fewer of 64 in 22 random characters come once in ten billion times. */
    private static final int DISTINCT_BASE64 = 9;

    private UnguessableRoom() {}

    static boolean matches(String room) {
        if (UUID.matcher(room).matches()) {
            return isVaried(room.replace("-", ""), DISTINCT_HEX);
        }
        if (HEX.matcher(room).matches()) {
            return isVaried(room, DISTINCT_HEX);
        }
        return BASE64URL.matcher(room).matches() && isVaried(room, DISTINCT_BASE64);
    }

    private static boolean isVaried(String text, int distinct) {
        String half = text.substring(text.length() / 2);
        return text.chars().distinct().count() >= distinct && !text.startsWith(half);
    }
}
