package io.github.liveview4j.dispatch;

/**
 * How many calls a page may make.
 *
 * <p>Immutable, for any thread.
 *
 * @param perSecond how many calls a second are gained, or 0 for no limit
 * @param burst how many may come at once, at least 1
 */
public record CallRate(int perSecond, int burst) {

    /** No limit. */
    public static final CallRate UNLIMITED = new CallRate(0, 1);

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one cannot work
     */
    public CallRate {
        if (perSecond < 0 || burst < 1) {
            throw new IllegalArgumentException(
                    "Expected a rate from 0 and a burst from 1, got " + perSecond + " and " + burst);
        }
    }
}
