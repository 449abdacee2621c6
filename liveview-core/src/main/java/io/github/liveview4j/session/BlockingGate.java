package io.github.liveview4j.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides for all sessions whether a write may block its thread just now.
 *
 * <p>Blocking writes are the cheap ones, but each holds a thread as long as its browser does not read. Two things close
 * the gate. <em>Doubt</em>: browsers that stop reading rarely come alone (a train enters a tunnel), so that after one
 * was found stuck nothing blocks for a second, and thirty of them cost hardly more than one. And a <em>limit</em> of
 * threads blocked at once, as otherwise browsers that ask and do not read the answers could hold every thread of the
 * container.
 *
 * <p>Any thread may call any method; none blocks.
 */
final class BlockingGate {

    static final Duration DOUBT = Duration.ofSeconds(1);
    static final int MOST = 32;

    private final long doubtNanos;
    private final int most;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean doubted;
    private volatile long doubtedAt;

    BlockingGate() {
        this(DOUBT, MOST);
    }

    BlockingGate(Duration doubt, int most) {
        this.doubtNanos = doubt.toNanos();
        this.most = most;
    }

    /** Returns whether the caller may block; if so it must {@link #leave()} afterwards. */
    boolean enter() {
        if (inDoubt()) {
            return false;
        }
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        inside.decrementAndGet();
    }

    /** Closes the gate for a second, counted anew by every call. */
    void doubt() {
        doubtedAt = System.nanoTime();
        doubted = true;
    }

    private boolean inDoubt() {
        // The flag never goes back: after the first stuck browser a look at the clock is cheap against a write.
        return doubted && System.nanoTime() - doubtedAt < doubtNanos;
    }
}
