package io.github.liveview4j.dispatch;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often one socket may say hello: each may make the server look up and send all that a page missed. A page needs one, and
 * one more now and then. For one thread.
 */
final class HelloLimit {

    private static final int BURST = 10;
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    private final LongSupplier nanoTime;
    private long since;
    private int left = BURST;

    HelloLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    /** Returns whether one more is allowed. */
    boolean allows() {
        long gained = (nanoTime.getAsLong() - since) / INTERVAL;
        since += gained * INTERVAL;
        left = (int) Math.min(BURST, left + gained);
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
