package io.github.liveview4j.spring.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be published, in its order, bounded by number and bytes.
 *
 * <p>Any thread may call any method; only {@link #take} waits. Nobody's code runs under the lock.
 */
final class OutageQueue {

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_BYTES_AT_ONCE = 256 * 1024;

    private final int mostWaiting;
    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private long bytes;
    private boolean closed;

    OutageQueue(int mostWaiting, long mostBytes) {
        this.mostWaiting = mostWaiting;
        this.mostBytes = mostBytes;
    }

    /** Returns whether there was room. */
    boolean offer(Waiting one) {
        lock.lock();
        try {
            if (closed || queue.size() >= mostWaiting || bytes + one.size() > mostBytes) {
                return false;
            }
            queue.add(one);
            bytes += one.size();
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something and returns what one call takes; nothing when the queue is closed and empty. */
    List<Waiting> take() {
        List<Waiting> taken = new ArrayList<>();
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            long size = 0;
            Waiting next = queue.peek();
            while (next != null
                    && taken.size() < MOST_AT_ONCE
                    && (taken.isEmpty() || size + next.size() <= MOST_BYTES_AT_ONCE)) {
                size += next.size();
                taken.add(queue.remove());
                next = queue.peek();
            }
            bytes -= size;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Takes out those that have waited too long: they are at the front. */
    List<Waiting> removeOlderThan(long nanos, long now) {
        List<Waiting> old = new ArrayList<>();
        lock.lock();
        try {
            Waiting next = queue.peek();
            while (next != null && next.isOlderThan(nanos, now)) {
                bytes -= next.size();
                old.add(queue.remove());
                next = queue.peek();
            }
            return old;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what waits stays to be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for at most so long, less when the queue is closed meanwhile. */
    void pause(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts the publisher; a pause cut short does no harm.
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
