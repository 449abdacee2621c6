package io.github.liveview4j.limit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * Counts what happens against a {@link Rate}.
 *
 * <p>Keeps one moment instead of a number of tokens: that at which everything that was allowed would have been paid for. The way
 * is the generic cell rate algorithm of ATM networks (ITU-T I.371). For any thread.
 */
public final class Meter {

    private static final AtomicLongFieldUpdater<Meter> PAID = AtomicLongFieldUpdater.newUpdater(Meter.class, "paid");
    private static final AtomicIntegerFieldUpdater<Meter> REFUSED =
            AtomicIntegerFieldUpdater.newUpdater(Meter.class, "refused");

    private final long interval;
    private final long tolerance;
    private volatile long paid;
    private volatile int refused;
    private volatile boolean letGo;

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
            boolean whole = before - now <= 0;
            if (!whole && before - now > tolerance) {
                REFUSED.accumulateAndGet(this, 1, (known, one) -> known == Integer.MAX_VALUE ? known : known + one);
                return false;
            }
            // Without a lock: every call of all pages of a session passes here, and where they queue for it they do
            // nothing else.
            if (PAID.compareAndSet(this, before, (whole ? now : before) + interval)) {
                if (whole && refused != 0) {
                    refused = 0;
                }
                return true;
            }
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

    /** Returns whether {@link Meters} has another one for this name by now, or none. */
    public boolean isLetGo() {
        return letGo;
    }

    void letGo() {
        letGo = true;
    }
}
