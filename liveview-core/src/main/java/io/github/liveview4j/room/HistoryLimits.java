package io.github.liveview4j.room;

import java.time.Duration;

/**
 * How much of what was said a node keeps for pages that come back.
 *
 * @param age how long an update is kept
 * @param updates how many updates of one room are kept
 * @param roomBytes how many bytes of one room are kept
 * @param totalBytes how many bytes of all rooms are kept; past it, the rooms go first in which nothing was said for longest
 * @param recoveryBytes how much one page is given at once when it comes back; one that missed more fetches itself
 */
public record HistoryLimits(Duration age, int updates, int roomBytes, long totalBytes, int recoveryBytes) {

    /** 2 minutes, 256 updates and 1 MiB a room, 64 MiB in all, and 256 KiB for one page. */
    public static final HistoryLimits DEFAULTS =
            new HistoryLimits(Duration.ofMinutes(2), 256, 1024 * 1024, 64 * 1024 * 1024, 256 * 1024);
}
