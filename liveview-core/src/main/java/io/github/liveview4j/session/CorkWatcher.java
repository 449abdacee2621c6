package io.github.liveview4j.session;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that lets go of what an outbox holds back for a handler that turns out to take its time: "Working..." is to be
 * seen while there is work.
 *
 * <p>It looks every 5 ms, and lets go of what has waited for as long: a person sees none of it, and a handler that is done by
 * then, as nearly all are, has one write instead of two. It never waits for a browser. After a while without anything held
 * back it rests until it is woken. While it does not run it keeps nothing, and what is held back goes when its handler is done.
 *
 * <p>Any thread may start and stop it, also several times, and {@link #watch} an outbox.
 */
final class CorkWatcher {

    private static final Logger log = LoggerFactory.getLogger(CorkWatcher.class);

    static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int LOOKS_BEFORE_REST = 20;

    private final Set<Outbox> corked = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Thread thread;
    private volatile boolean resting;

    void start() {
        lock.lock();
        try {
            if (thread == null) {
                Thread started = new Thread(this::run, "liveview-session-uncork");
                started.setDaemon(true);
                thread = started;
                started.start();
            }
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            Thread started = thread;
            thread = null;
            LockSupport.unpark(started);
        } finally {
            lock.unlock();
        }
    }

    /** Looks after an outbox from now on that holds something back, until it does not any more; not where it is stopped. */
    void watch(Outbox outbox) {
        if (thread == null) {
            // Nobody would ever take it out again, nor all that hangs on it: its session, its page, their calls.
            return;
        }
        if (!outbox.isWatched()) {
            add(outbox);
        }
        if (thread == null) {
            // Stopped meanwhile: the last look may be over.
            remove(outbox);
            return;
        }
        if (resting) {
            resting = false;
            LockSupport.unpark(thread);
        }
    }

    private void add(Outbox outbox) {
        // In this order: whoever is marked is in the set, but for the moment in which the thread below looks once more.
        outbox.watched(true);
        corked.add(outbox);
    }

    /** Returns whether it waits to be woken. */
    boolean isResting() {
        return resting;
    }

    /** Returns how many it looks after. */
    int size() {
        return corked.size();
    }

    private void run() {
        int quiet = 0;
        while (thread == Thread.currentThread()) {
            quiet = corked.isEmpty() ? quiet + 1 : 0;
            look(PATIENCE);
            if (quiet > LOOKS_BEFORE_REST) {
                quiet = 0;
                rest();
            } else {
                LockSupport.parkNanos(this, PATIENCE);
            }
        }
        if (thread == null) {
            look(0);
        }
    }

    private void rest() {
        resting = true;
        // Looked at after the flag is up: whoever adds one after this look sees the flag.
        while (resting && corked.isEmpty() && thread == Thread.currentThread()) {
            LockSupport.park(this);
        }
        resting = false;
    }

    private void remove(Outbox outbox) {
        corked.remove(outbox);
        outbox.watched(false);
    }

    private void look(long patience) {
        for (Outbox outbox : corked) {
            try {
                if (!outbox.uncorkIfHeldFor(patience)) {
                    remove(outbox);
                    // It may hold something again since the look, and was then added, or found marked, before it was
                    // removed.
                    if (outbox.holdsBack()) {
                        add(outbox);
                    }
                }
            } catch (Throwable e) {
                // Also an Error. Thrown on, it would end the thread, and all that is held back from then on would be
                // kept.
                remove(outbox);
                log.warn("What an outbox holds back could not be sent", e);
            }
        }
    }
}
