package io.github.liveview4j.protocol;

import java.util.regex.Pattern;

/**
 * Where a page stands in the order of everything that is broadcast: it has all that was for it, up to here.
 *
 * <p>There is one order for all rooms, so that one position says it for all of them. Immutable, for any thread.
 *
 * @param epoch names the order, 1 to 32 of {@code A-Z a-z 0-9 _ -}; another one whenever history is lost, as when a server
 *     starts anew
 * @param seq the number of the last broadcast, 0 before the first
 */
public record Position(String epoch, long seq) {

    private static final Pattern EPOCH = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the epoch is none or the number negative
     */
    public Position {
        if (!isEpoch(epoch) || seq < 0) {
            throw new IllegalArgumentException(
                    "Expected an epoch of 1 to 32 letters, digits, _ and -, and a number from 0; got one of "
                            + epoch.length() + " characters and " + seq);
        }
    }

    /** Returns whether a text has the form of an epoch. */
    public static boolean isEpoch(String text) {
        return EPOCH.matcher(text).matches();
    }

    /** Returns the text that a page carries, {@code epoch:seq}. */
    @Override
    public String toString() {
        return epoch + ":" + seq;
    }
}
