package io.github.liveview4j.examples.reliability.fault;

import java.time.Duration;

/**
 * How long and how hard.
 *
 * @param seed decides every random choice of the bench; the same one replays them
 * @param duration how long the fault is done to the servers, or again and again
 * @param pages how many pages
 * @param rate messages a second, over all rooms
 */
public record Settings(long seed, Duration duration, int pages, int rate) {

    /** Makes them, with the seed that {@code -Dreliability.seed=} names, else a new one. */
    public static Settings of(int seconds, int pages, int rate) {
        return new Settings(
                Long.getLong("reliability.seed", System.nanoTime() & 0xffffff),
                Duration.ofSeconds(seconds),
                pages,
                rate);
    }
}
