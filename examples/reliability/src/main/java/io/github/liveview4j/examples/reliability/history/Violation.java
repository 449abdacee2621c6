package io.github.liveview4j.examples.reliability.history;

import org.jspecify.annotations.Nullable;

/**
 * A broken promise, with what is needed to find it in a log.
 *
 * @param kind which promise
 * @param page the page that saw it; empty where it is nobody's in particular
 * @param room the room; empty where it is about the page as a whole
 * @param id the message, 0 where there is none
 * @param position the place, where it is known
 * @param text what is wrong about it
 */
public record Violation(
        Kind kind,
        String page,
        String room,
        long id,
        @Nullable Position position,
        String text) {

    /** The promises that can be broken. */
    public enum Kind {
        /** A page lacks an update and was not told. */
        LOST,
        /** An update took effect twice. */
        DOUBLED,
        /** A page got an update after a later one. */
        REORDERED,
        /** Two pages got different updates for one place, or one update in two places. */
        DIVERGED,
        /** A publisher was told that it failed, and a page got it. */
        FAILED_DELIVERED,
        /** The history changed and the page was not told to fetch itself. */
        SILENT,
        /** A page was told to fetch itself and had not done so by the end. */
        UNCOVERED
    }

    @Override
    public String toString() {
        return kind + " page=" + page + " room=" + room + " id=" + id + " at=" + position + ": " + text;
    }
}
