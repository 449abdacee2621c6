package io.github.liveview4j.dispatch;

import io.github.liveview4j.limit.Rate;
import java.time.Duration;

/**
 * How much pages may ask for. Immutable, for any thread.
 *
 * @param calls how many calls the pages of one HTTP session may make together; where there is none, each page
 * @param running how many calls from one address may run at the same time, or 0 for no limit
 * @param remembered how many pages of one address are remembered after they have lost their connection, or 0 for no limit
 * @param frames how much may come over one connection: each part in which the container hands over a frame, and each further
 *     message in a frame
 * @param hello how long a connection of the second dialect may be open before its page has said hello
 */
public record PageLimits(Rate calls, int running, int remembered, Rate frames, Duration hello) {

    /** None but the patience for a hello. */
    public static final PageLimits NONE = new PageLimits(Rate.UNLIMITED, 0, 0, Rate.UNLIMITED, Duration.ofSeconds(10));
}
