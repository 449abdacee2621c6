package io.github.liveview4j.examples.reliability.history;

import org.jspecify.annotations.Nullable;

/**
 * How far a page has come: "I have everything that was for me up to here".
 *
 * <p>Written {@code epoch:seq}, as in the {@code data-position} of a page. Sequences of different epochs cannot be compared.
 *
 * @param epoch names one unbroken history; another begins when that history is lost
 * @param seq the place in it, from 1 on; 0 is before all
 */
public record Position(String epoch, long seq) {

    /** Reads {@code epoch:seq}; {@code null} for {@code null} and the empty text. */
    public static @Nullable Position parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        int colon = text.lastIndexOf(':');
        return new Position(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }

    /** Returns this or the other, whichever is further; the other has to be of the same epoch to count. */
    public Position max(Position other) {
        return isOf(other.epoch) && other.seq > seq ? other : this;
    }

    /** Tells whether this is a place in the given history. */
    public boolean isOf(String otherEpoch) {
        return epoch.equals(otherEpoch);
    }

    @Override
    public String toString() {
        return epoch + ":" + seq;
    }
}
