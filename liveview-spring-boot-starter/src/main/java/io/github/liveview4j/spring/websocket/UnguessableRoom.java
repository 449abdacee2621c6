package io.github.liveview4j.spring.websocket;

import java.util.regex.Pattern;

/**
 * Tells a room that a page made up at random from one with a name that somebody else could think of.
 *
 * <p>Whether a text is random cannot be seen. So only one form counts, that of a random UUID, which nobody gives to a room by
 * hand: a longer name with capitals and digits may be as good as random, or "Customer-Support-Channel-42". Of that form, what
 * is plainly not random is refused too: too few different digits, one half that repeats the other; a random one fails here
 * once in millions of times. For any thread.
 */
final class UnguessableRoom {

    /** With hyphens or without. Version 4, the random one: versions 1, 3 and 5 are made of a clock or of a name. */
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(?<hyphen>-?)[0-9a-fA-F]{4}\\k<hyphen>4[0-9a-fA-F]{3}"
                    + "\\k<hyphen>[89abAB][0-9a-fA-F]{3}\\k<hyphen>[0-9a-fA-F]{12}");

    /** Six or fewer of 16 in 30 random digits come once in hundreds of millions of times. */
    private static final int DISTINCT = 7;

    private UnguessableRoom() {}

    static boolean matches(String room) {
        return UUID.matcher(room).matches() && isVaried(room.replace("-", ""));
    }

    private static boolean isVaried(String digits) {
        return digits.chars().distinct().count() >= DISTINCT
                && !digits.startsWith(digits.substring(digits.length() / 2));
    }
}
