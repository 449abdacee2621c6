package io.github.liveview4j.examples.reliability.history;

import org.jspecify.annotations.Nullable;

/**
 * What a publisher did, and what it was told came of it.
 *
 * @param room the room it was for
 * @param id the message, unique in its room
 * @param outcome what the publisher was told
 * @param startedAt {@link System#nanoTime()} before the call
 * @param endedAt and after it
 * @param except the page that was to be left out, if any
 */
public record Publication(
        String room,
        long id,
        Outcome outcome,
        long startedAt,
        long endedAt,
        @Nullable String except) {

    /** What a publisher can be told. */
    public enum Outcome {
        /** It has its place in the room's order: every page gets it or is told to fetch itself. */
        SEQUENCED,
        /** It has none and never will: no page may get it. */
        FAILED,
        /** Nobody knows, and every page gets it or none does. */
        UNKNOWN
    }

    /** Makes one that was for every page of its room, outside of time. */
    public static Publication of(String room, long id, Outcome outcome) {
        return new Publication(room, id, outcome, 0, 0, null);
    }
}
