package io.github.liveview4j.examples.reliability.client;

import java.time.Duration;
import java.util.List;

/**
 * What a page is like.
 *
 * @param rooms the rooms that it follows
 * @param retryMin shortest pause before coming back
 * @param retryMax longest pause before coming back
 * @param connectDelay how long after its load it opens its socket, at most; the actual time is random
 */
public record PageSettings(List<String> rooms, Duration retryMin, Duration retryMax, Duration connectDelay) {

    /** A page as the library's own client is, following these rooms. */
    public static PageSettings of(String... rooms) {
        return new PageSettings(List.of(rooms), Duration.ofMillis(250), Duration.ofSeconds(20), Duration.ZERO);
    }

    /** The same, coming back after at most this long. */
    public PageSettings withRetryMax(Duration longest) {
        return new PageSettings(rooms, retryMin, longest, connectDelay);
    }

    /** The same, with a pause of at most this long between load and socket. */
    public PageSettings withConnectDelay(Duration delay) {
        return new PageSettings(rooms, retryMin, retryMax, delay);
    }
}
