package io.github.liveview4j.session;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the sessions whose write in flight takes longer than the send timeout.
 *
 * <p>One daemon thread looks at all registered sessions every tenth of the timeout, at least once a second; a look is
 * one field a session. It is a thread of its own because everybody else may be what is stuck.
 *
 * <p>Any thread may start and stop it, also several times.
 */
final class StuckWriteTimer {

    private static final Logger log = LoggerFactory.getLogger(StuckWriteTimer.class);
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);

    private final LiveViewSessionRegistry registry;
    private final long timeout;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ScheduledExecutorService thread;

    StuckWriteTimer(LiveViewSessionRegistry registry, Duration timeout) {
        this.registry = registry;
        this.timeout = timeout.toNanos();
    }

    void start() {
        lock.lock();
        try {
            if (thread == null) {
                long interval = Math.min(Math.max(timeout / 10, SHORTEST), LONGEST);
                ScheduledExecutorService started = new ScheduledThreadPoolExecutor(1, StuckWriteTimer::thread);
                ScheduledFuture<?> unused =
                        started.scheduleWithFixedDelay(this::scan, interval, interval, TimeUnit.NANOSECONDS);
                thread = started;
            }
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            if (thread != null) {
                thread.shutdownNow();
                thread = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private void scan() {
        for (LiveViewSession session : registry.all()) {
            try {
                session.endIfStuckFor(timeout);
            } catch (RuntimeException e) {
                // Thrown on, it would silently cancel every further look.
                log.warn("{} could not be looked after", session, e);
            }
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "liveview-session-timer");
        thread.setDaemon(true);
        return thread;
    }
}
