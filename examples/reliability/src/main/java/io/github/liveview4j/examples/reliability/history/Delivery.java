package io.github.liveview4j.examples.reliability.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a page. In the order in which they happened they are its {@link PageHistory}. */
public sealed interface Delivery {

    /**
     * The page was fetched, at first or after a {@link Resynced}: it shows this and nothing else.
     *
     * @param position what its tag says; {@code null} where it says nothing
     * @param shown the messages that the page came with, for each room that it follows
     */
    record Fetched(@Nullable Position position, Map<String, IdSet> shown) implements Delivery {}

    /**
     * An update of a room took effect.
     *
     * @param room which
     * @param position its place
     * @param first where the range begins that it covers
     * @param ids the messages, more than one where a slow page's updates were put together; none in an update that only moves
     *     the position
     * @param at {@link System#nanoTime()} of the effect
     */
    record Applied(String room, Position position, long first, List<Long> ids, long at) implements Delivery {}

    /** The page was told that it has all that is for it up to here. */
    record Moved(Position position) implements Delivery {}

    /** The page was told that it may have missed something; it owes a {@link Fetched}. */
    record Resynced(Position position) implements Delivery {}

    /** The server let the page join a room: it gets what comes after the position. */
    record Joined(String room, Position position) implements Delivery {}

    /** The page left a room. */
    record Left(String room) implements Delivery {}
}
