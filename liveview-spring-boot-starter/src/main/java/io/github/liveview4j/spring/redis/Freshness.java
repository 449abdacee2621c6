package io.github.liveview4j.spring.redis;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How old an envelope may be when it is read: as old as what Redis keeps for nodes that are not there, as what waited for it,
 * and a minute for clocks that differ.
 *
 * <p>A node that has just started does not know what was said before. Without this bound, whoever may write to Redis could
 * have every broadcast said again that was ever sealed. For any thread.
 */
final class Freshness {

    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final long longest;
    private final LongSupplier clock;

    /**
     * Makes a bound.
     *
     * @param queueAge how long a broadcast waits for Redis
     * @param clock the time in milliseconds since 1970
     */
    Freshness(Duration queueAge, LongSupplier clock) {
        this.longest = PublishScript.LIFE.plus(queueAge).plus(CLOCKS).toMillis();
        this.clock = clock;
    }

    /** Returns whether an envelope is too old to be said. */
    boolean isOver(Envelope envelope) {
        return envelope.time() < clock.getAsLong() - longest;
    }
}
