package io.github.liveview4j.test;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The lock that guards a page, and what wakes whoever waits for it to change. For any thread. */
final class PageLock {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    <T extends @Nullable Object> T locked(Supplier<T> act) {
        lock.lock();
        try {
            return act.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does something that may have changed the page, and has everybody look who waits. */
    <T extends @Nullable Object> T changing(Supplier<T> act) {
        lock.lock();
        try {
            return act.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Waits, with the lock given back in between, until something is so; looks again after every change. */
    boolean await(Duration timeout, BooleanSupplier condition) {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the page", e);
        } finally {
            lock.unlock();
        }
    }
}
