package io.github.liveview4j.dispatch;

import io.github.liveview4j.limit.Counts;
import io.github.liveview4j.limit.Meter;
import io.github.liveview4j.limit.Meters;
import io.github.liveview4j.limit.Peer;
import io.github.liveview4j.protocol.ErrorCode;
import io.github.liveview4j.session.LiveViewSession;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of every HTTP session against what it may make, and those that run against what an address may have running.
 *
 * <p>One that calls on and on although it is refused, {@value #WITHOUT_END} bursts without a pause in which it would have gained its
 * whole burst again, is to be cut off. For any thread.
 */
final class CallBudgets {

    static final int WITHOUT_END = 10;

    /** An idle meter is forgotten, and another socket has made the next; one in use is not to look forgotten. */
    private static final long ASKED_AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final PageLimits limits;
    private final LongSupplier nanoTime;
    private final Meters sessions;
    private final Counts running;

    CallBudgets(PageLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.sessions = new Meters(limits.calls());
        this.running = new Counts(limits.running());
    }

    /** What one connection has to spend. */
    final class Budget {

        private final Peer peer;
        private final @Nullable Meter own;
        private volatile @Nullable Known known;

        private Budget(Peer peer) {
            this.peer = peer;
            this.own = peer.session() == null ? new Meter(limits.calls(), nanoTime.getAsLong()) : null;
        }

        /** Takes a call; returns why it may not be run, or {@code null} where it may. Then it is to be {@link #ended}. */
        @Nullable
        RefusedCallException begin() {
            long now = nanoTime.getAsLong();
            if (limits.calls().isLimited() && !meter(now).take(now)) {
                return new RefusedCallException(
                        ErrorCode.TOO_MANY,
                        "its session has made more calls than " + limits.calls().perSecond()
                                + " a second (liveview.limits.calls)",
                        null);
            }
            if (!running.take(peer.address())) {
                return new RefusedCallException(
                        ErrorCode.TOO_MANY,
                        "more than " + limits.running() + " calls of its address run already "
                                + "(liveview.limits.running-calls)",
                        null);
            }
            return null;
        }

        /** Takes note that a call which began has returned. */
        void ended() {
            running.giveBack(peer.address());
        }

        /** Returns whether calls come without end although they are refused. */
        boolean isOverrun() {
            return limits.calls().isLimited()
                    && meter(nanoTime.getAsLong()).refused()
                            > WITHOUT_END * limits.calls().burst();
        }

        private Meter meter(long now) {
            if (own != null) {
                return own;
            }
            Known last = known;
            if (last == null || last.meter().isLetGo() || now - last.at() > ASKED_AGAIN) {
                last = new Known(sessions.of(Objects.requireNonNull(peer.session()), now), now);
                known = last;
            }
            return last.meter();
        }
    }

    /** The meter of a session, which other sockets of it use too, and when it was asked for. */
    private record Known(Meter meter, long at) {}

    Budget of(LiveViewSession session) {
        return new Budget(session.attributes().get(Peer.ATTRIBUTE) instanceof Peer peer ? peer : Peer.UNKNOWN);
    }

    /** Makes the meter of what comes over one connection, {@code null} where that has no limit. */
    @Nullable
    Meter frames() {
        return limits.frames().isLimited() ? new Meter(limits.frames(), nanoTime.getAsLong()) : null;
    }

    /** Lets go of what says nothing any more. */
    void forget() {
        sessions.forget(nanoTime.getAsLong());
        running.forget();
    }

    int size() {
        return sessions.size() + running.size();
    }
}
