package io.github.liveview4j.session;

import java.time.Duration;

/**
 * How much patience there is with a browser that does not read, the same for all sessions of an application.
 *
 * <p>Immutable, for any thread.
 *
 * @param outboxLimit bytes that may wait for one browser, the frame being written included; one more frame ends the
 *     session. A broadcast may be joined with others to 64 KiB, so that a limit below 128 KiB also ends sessions that
 *     are merely busy.
 * @param sendTimeout how long one frame may take to be written; longer ends the session. Looked at every tenth of it,
 *     at least once a second.
 */
public record SessionLimits(int outboxLimit, Duration sendTimeout) {

    /** 512 KiB and 10 seconds. */
    public static final SessionLimits DEFAULTS = new SessionLimits(512 * 1024, Duration.ofSeconds(10));

    /**
     * Checks that both are positive.
     *
     * @throws IllegalArgumentException if one is not
     */
    public SessionLimits {
        if (outboxLimit <= 0) {
            throw new IllegalArgumentException("Expected an outbox limit of at least 1 byte, got " + outboxLimit);
        }
        if (sendTimeout.isNegative() || sendTimeout.isZero()) {
            throw new IllegalArgumentException("Expected a send timeout longer than nothing, got " + sendTimeout);
        }
    }
}
