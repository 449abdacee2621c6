package io.github.liveview4j.spring.redis;

import java.time.Duration;

/**
 * How the transport uses Redis. Immutable.
 *
 * @param prefix begins the names of all keys and of the channel; applications that share a Redis need one each
 * @param historyLength how many broadcasts Redis keeps
 * @param historyBytes how many bytes of them
 * @param positionCheck how often a node asks whether it has everything
 * @param queueAge how long a broadcast waits for Redis
 * @param queueLength how many may wait
 * @param queueBytes how many bytes of them
 */
public record RedisSettings(
        String prefix,
        int historyLength,
        long historyBytes,
        Duration positionCheck,
        Duration queueAge,
        int queueLength,
        long queueBytes) {

    /** 10,000 broadcasts and 64 MiB kept, a check every 5 seconds, 10 seconds, 1,000 and 4 MiB that wait. */
    public static final RedisSettings DEFAULTS = new RedisSettings(
            "liveview",
            10_000,
            64L * 1024 * 1024,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            1000,
            4L * 1024 * 1024);
}
