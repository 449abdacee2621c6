package io.github.liveview4j.broadcast;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that sees to it that no browser holds up the lane: every 20 ms it looks whether the worker is still in the
 * write of the look before.
 *
 * <p>A worker that is able to run is given more time: on a machine that is short of processors it looks stuck without
 * being so, and everybody's writes would become asynchronous, which costs what is short. It is retired too in the end,
 * for containers that wait in native code, which Java takes for running.
 *
 * <p>After a second without broadcasts the thread rests until it is woken, which any thread may do.
 */
final class FanOutWatcher implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(FanOutWatcher.class);

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int MOST_LOOKS_WHILE_RUNNABLE = 10;
    private static final int LOOKS_BEFORE_REST = 50;

    private final FanOutLane lane;
    private final Thread thread;
    private volatile boolean resting;

    private @Nullable FanOutWorker seen;
    private long seenProgress;
    private long seenAt;
    private int looks;
    private int quiet;

    FanOutWatcher(FanOutLane lane) {
        this.lane = lane;
        this.thread = new Thread(this, "liveview-fanout-watch");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends a rest; costs one read of a field when there is none. Called after the lane has something to do. */
    void wake() {
        if (resting) {
            resting = false;
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void run() {
        while (!lane.isFinished()) {
            try {
                look();
            } catch (Throwable e) {
                // A thread that cannot be started, say: the next look tries again.
                log.warn("The fan-out could not be looked after", e);
            }
            if (quiet > LOOKS_BEFORE_REST) {
                rest();
            } else {
                LockSupport.parkNanos(this, TICK);
            }
        }
    }

    private void rest() {
        quiet = 0;
        resting = true;
        // Looked at after the flag is up: whoever makes work after this look sees the flag.
        while (resting && lane.isIdle() && !lane.isFinished()) {
            LockSupport.park(this);
        }
        resting = false;
    }

    private void look() {
        FanOutWorker worker = lane.worker();
        if (worker == null) {
            return;
        }
        worker.start();
        long progress = worker.progress();
        if (worker != seen || progress != seenProgress) {
            seen = worker;
            seenProgress = progress;
            seenAt = System.nanoTime();
            looks = 0;
            quiet = 0;
        } else if (progress % 2 == 0) {
            quiet++;
        } else if (System.nanoTime() - seenAt >= TICK && isStuck(worker)) {
            lane.replace(worker, progress);
        }
    }

    private boolean isStuck(FanOutWorker worker) {
        return ++looks > MOST_LOOKS_WHILE_RUNNABLE || worker.isBlocked();
    }
}
