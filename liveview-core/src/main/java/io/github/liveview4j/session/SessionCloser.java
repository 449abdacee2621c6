package io.github.liveview4j.session;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections on threads kept for it, because closing one whose browser does not read may block.
 *
 * <p>At most {@value #THREADS} at once, the others wait their turn: a session that waits to be closed is already out of
 * the registry and has no queue, so that it costs little, and there are never more of them than there were connections.
 * The threads end after {@value #IDLE_SECONDS} s without work, so that there is nothing to shut down.
 *
 * <p>Any thread may call {@link #close}; it does not block.
 */
final class SessionCloser {

    private static final Logger log = LoggerFactory.getLogger(SessionCloser.class);
    private static final AtomicInteger names = new AtomicInteger();

    static final int THREADS = 4;
    static final int IDLE_SECONDS = 5;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), SessionCloser::thread);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allClosed = lock.newCondition();
    private int pending;

    SessionCloser() {
        threads.allowCoreThreadTimeOut(true);
    }

    void close(LiveViewSession session, CloseReason reason) {
        count(1);
        threads.execute(() -> {
            try {
                session.wire().close(reason);
            } catch (RuntimeException e) {
                log.debug("{} could not be closed", session, e);
            } finally {
                count(-1);
            }
        });
    }

    /** Waits until nothing is left to close, at most so long; also ends when the thread is interrupted. */
    void await(Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (pending > 0 && left > 0) {
                left = allClosed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void count(int change) {
        lock.lock();
        try {
            pending += change;
            if (pending == 0) {
                allClosed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "liveview-close-" + names.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
