package io.github.liveview4j.limit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * Counts what happens against a {@link Rate}.
 *
 * <p>Keeps one moment instead of a number of tokens: that at which everything that was allowed would have been paid for. The way
 * is the generic cell rate algorithm of ATM networks (ITU-T I.371). For any thread, and without a lock: all pages of a session
 * have the same one, and take from it in every call.
 */
public final class Meter {

    private static final AtomicLongFieldUpdater<Meter> PAID = AtomicLongFieldUpdater.newUpdater(Meter.class, "paid");

    private final long interval;
    private final long tolerance;
    private volatile long paid;
    private volatile int refused;

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
    public boolean take(long now) {
        while (true) {
            long before = paid;
            boolean isWhole = before - now <= 0;
            long from = isWhole ? now : before;
            if (from - now > tolerance) {
                refuse();
                return false;
            }
            if (PAID.compareAndSet(this, before, from + interval)) {
                if (isWhole && refused != 0) {
                    refused = 0;
                }
                return true;
            }
        }
    }

    private synchronized void refuse() {
        if (refused < Integer.MAX_VALUE) {
            refused++;
        }
    }

    /** Returns whether the whole burst is left, so that a new meter would say the same. */
    public boolean isWhole(long now) {
        return paid - now <= 0;
    }

    /** Returns how many were refused since the whole burst was last left. */
    public int refused() {
        return refused;
    }
}
