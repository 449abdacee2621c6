package io.github.liveview4j.spring.redis;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How old an envelope may be when it is read.
 *
 * <p>A node knows the last number of everybody whom it has heard, so that nothing is said to it twice. It does not know what was said
 * before it came, or while it was cut off. Without a bound, whoever may write to Redis could have every such broadcast said again. So
 * one counts as over that is
 *
 * <ul>
 *   <li>older than what Redis keeps: nobody knows any more whether it was said;
 *   <li>older than what stands in front of it: places are given in the order of time, but for what waited for Redis;
 *   <li>older than this node, once that has all that was there when it came.
 * </ul>
 *
 * Each by as much more as a broadcast may wait for Redis, and as clocks may differ. By its own clock a node sees that another's is
 * ahead, and does not take that one's time for the present.
 *
 * <p>For the reader's thread.
 */
final class Freshness {

    /** Of two nodes, each of which may be a minute off. */
    private static final Duration CLOCKS = Duration.ofMinutes(2);

    private final long longest;
    private final long slack;
    private final LongSupplier clock;
    private final long start;
    private long newest;
    private boolean hasCaughtUp;

    /**
     * Makes a bound; the node comes now.
     *
     * @param queueAge how long a broadcast waits for Redis
     * @param clock the time in milliseconds since 1970
     */
    Freshness(Duration queueAge, LongSupplier clock) {
        this.slack = queueAge.plus(CLOCKS).toMillis();
        this.longest = PublishScript.LIFE.toMillis() + slack;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.newest = earliest();
    }

    /** Notes that this node has what was said before it came. */
    void caughtUp() {
        hasCaughtUp = true;
    }

    /** Notes that an envelope has its place. */
    void said(Envelope envelope) {
        newest = Math.max(newest, Math.min(envelope.time(), clock.getAsLong()));
    }

    /** Returns whether an envelope is too old to be said. */
    boolean isOver(Envelope envelope) {
        long time = envelope.time();
        return time < earliest() || time < newest - slack || (hasCaughtUp && time < start - slack);
    }

    /** Returns how early an envelope may have been published to be said at all. */
    long earliest() {
        return clock.getAsLong() - longest;
    }
}
