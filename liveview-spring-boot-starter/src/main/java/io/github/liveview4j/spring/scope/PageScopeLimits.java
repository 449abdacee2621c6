package io.github.liveview4j.spring.scope;

import java.time.Duration;

/**
 * How many page-scoped beans there may be, and for how long.
 *
 * @param maxPages how many pages may have some, from 1
 * @param idleTime for how long they are kept unused, longer than nothing
 */
public record PageScopeLimits(int maxPages, Duration idleTime) {}
