package io.github.liveview4j.examples.reliability.fault;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become true, and for nothing else. For any thread. */
final class Condition {

    private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();

    private Condition() {}

    /** Waits, and returns how long it took in milliseconds; -1 if it did not come true in time. */
    static long await(Duration atMost, Callable<Boolean> condition) {
        long start = System.nanoTime();
        try {
            while (!condition.call()) {
                if (System.nanoTime() - start > atMost.toNanos()) {
                    return -1;
                }
                LockSupport.parkNanos(LOOK_AGAIN);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Waits, and fails if it does not come true. */
    static void require(String what, Duration atMost, Callable<Boolean> condition) {
        if (await(atMost, condition) < 0) {
            throw new IllegalStateException("Waited " + atMost.toSeconds() + " s in vain: " + what);
        }
    }

    /** Lets time pass: the time that a fault lasts, not a guess at when something is done. */
    static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
