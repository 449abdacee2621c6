package io.github.liveview4j.examples.reliability.client;

import java.time.Duration;
import java.util.Random;

/** How long a page waits before it comes back: a random share of a span that doubles with each failure. For one thread. */
final class Backoff {

    private final long least;
    private final long most;
    private final Random random;
    private int failures;

    Backoff(Duration least, Duration most, Random random) {
        this.least = least.toMillis();
        this.most = most.toMillis();
        this.random = random;
    }

    /** Returns milliseconds. */
    long next() {
        failures = Math.min(30, failures + 1);
        long span = Math.min(most, least << Math.min(20, failures));
        return least + (long) (random.nextDouble() * Math.max(0, span - least));
    }

    void reset() {
        failures = 0;
    }
}
