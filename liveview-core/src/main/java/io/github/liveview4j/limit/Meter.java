package io.github.liveview4j.limit;

import java.util.concurrent.TimeUnit;

/**
 * Counts what happens against a {@link Rate}.
 *
 * <p>Keeps one moment instead of a number of tokens: that at which everything that was allowed would have been paid for. The way
 * is the generic cell rate algorithm of ATM networks (ITU-T I.371). For any thread.
 */
public final class Meter {

    private final long interval;
    private final long tolerance;
    private long paid;
    private int refused;

    /**
     * Makes a meter that has its whole burst left.
     *
     * @param now the time, as {@link System#nanoTime()} has it; also in every later call
     */
    public Meter(Rate rate, long now) {
        this.interval = rate.isLimited() ? TimeUnit.SECONDS.toNanos(1) / rate.perSecond() : 0;
        this.tolerance = interval * (rate.burst() - 1);
        this.paid = now;
    }

    /** Takes one; returns whether it is allowed. What is refused costs nothing. */
    public synchronized boolean take(long now) {
        if (isWhole(now)) {
            paid = now;
            refused = 0;
        }
        if (paid - now > tolerance) {
            if (refused < Integer.MAX_VALUE) {
                refused++;
            }
            return false;
        }
        paid += interval;
        return true;
    }

    /** Returns whether the whole burst is left, so that a new meter would say the same. */
    public synchronized boolean isWhole(long now) {
        return paid - now <= 0;
    }

    /** Returns how many were refused since the whole burst was last left. */
    public synchronized int refused() {
        return refused;
    }
}
