package io.github.liveview4j.limit;

/**
 * How often something may happen.
 *
 * <p>Immutable, for any thread.
 *
 * @param perSecond how many a second are gained, or 0 for no limit
 * @param burst how many may come at once, at least 1
 */
public record Rate(int perSecond, int burst) {

    /** No limit. */
    public static final Rate UNLIMITED = new Rate(0, 1);

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one cannot work
     */
    public Rate {
        if (perSecond < 0 || burst < 1) {
            throw new IllegalArgumentException(
                    "Expected a rate from 0 and a burst from 1, got " + perSecond + " and " + burst);
        }
    }

    /** Returns whether there is a limit. */
    public boolean isLimited() {
        return perSecond > 0;
    }
}
