package io.github.liveview4j.broadcast;

import io.github.liveview4j.session.LiveViewSession;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that takes rounds from the lane and writes them to one session after the other.
 *
 * <p>While it may be held up by a browser, and only then, the watcher can retire it: a successor takes over the round
 * at the next session, and when the write returns at last, this one ends without touching anything. Both sides decide
 * it by one compare-and-set on {@link #progress}, which counts up with every step: odd while in a write, so that a
 * retirement meant for one write can never hit the next.
 *
 * <p>The watcher alone calls {@link #retire} and {@link #inherit}; any thread may ask the rest.
 */
final class FanOutWorker implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(FanOutWorker.class);
    private static final AtomicLong names = new AtomicLong();
    private static final long RETIRED = -1;

    private final FanOutLane lane;
    private final Thread thread;
    private final AtomicLong progress = new AtomicLong();
    private @Nullable FanOutRound round;

    /** Makes a worker that is not started. */
    FanOutWorker(FanOutLane lane) {
        this.lane = lane;
        this.thread = new Thread(this, "liveview-fanout-" + names.incrementAndGet());
        thread.setDaemon(true);
    }

    @Override
    public void run() {
        FanOutRound next = round;
        if (next == null) {
            next = takeNext();
        }
        while (next != null) {
            round = next;
            if (!send(next)) {
                return;
            }
            // While it waits for the next one, the last audience may leave and should not be kept.
            round = null;
            next = takeNext();
        }
    }

    /** A lane whose worker is gone is silent for everybody: not even an Error ends it. */
    private @Nullable FanOutRound takeNext() {
        while (true) {
            try {
                return lane.take();
            } catch (Throwable e) {
                log.error("The fan-out could not go on at once", e);
            }
        }
    }

    /** Returns whether this worker is still the one of the lane. */
    private boolean send(FanOutRound round) {
        while (round.advance()) {
            try {
                if (!round.enqueue()) {
                    continue;
                }
            } catch (Throwable e) {
                failed(round.session(), e);
                continue;
            }
            if (!flush(round.session())) {
                return false;
            }
        }
        return true;
    }

    private boolean flush(LiveViewSession session) {
        long writing = progress.get() + 1;
        progress.set(writing);
        try {
            session.flush();
        } catch (Throwable e) {
            failed(session, e);
        }
        return progress.compareAndSet(writing, writing + 1);
    }

    private static void failed(LiveViewSession session, Throwable e) {
        // Also an Error: one session must not cost the others their broadcasts.
        log.warn("A broadcast to {} failed", session, e);
    }

    /** Takes over a round, to go on with the session after the one it has come to; called before the start. */
    void inherit(FanOutRound other) {
        round = other;
    }

    /** Starts the thread, if it was not possible before. The lane and the watcher may do so at the same time. */
    synchronized void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Returns a number that is another one after every step, odd while a write is under way. */
    long progress() {
        return progress.get();
    }

    /**
     * Retires this worker if it is still in the write that {@code writing} stands for.
     *
     * @return the round to go on with, at the session that held it up, or {@code null} if the worker has gone on
     */
    @Nullable
    FanOutRound retire(long writing) {
        return progress.compareAndSet(writing, RETIRED) ? round : null;
    }

    /**
     * Returns whether the thread neither runs nor would if it got a processor: only then is it held up by a browser.
     */
    boolean isBlocked() {
        return thread.getState() != Thread.State.RUNNABLE;
    }

    boolean isCurrentThread() {
        return thread == Thread.currentThread();
    }
}
