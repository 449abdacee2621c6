package io.github.liveview4j.examples.reliability.history;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The one order of a room, put together from what the pages saw: nobody else knows it, a publisher is not told the place.
 *
 * <p>What no page saw has no place here; that it exists at all is known from its {@link Publication}. For one thread.
 */
final class RoomOrder {

    private static final NavigableMap<Long, Long> NOTHING = Collections.unmodifiableNavigableMap(new TreeMap<>());

    private final String room;
    private final Map<String, NavigableMap<Long, Long>> idsByEpoch = new HashMap<>();
    private final Map<Long, Position> places = new HashMap<>();

    RoomOrder(String room) {
        this.room = room;
    }

    void learn(String page, Position position, long id, Consumer<Violation> violations) {
        Long known = idsByEpoch
                .computeIfAbsent(position.epoch(), epoch -> new TreeMap<>())
                .putIfAbsent(position.seq(), id);
        if (known != null && known != id) {
            violations.accept(new Violation(
                    Violation.Kind.DIVERGED, page, room, id, position, "another page got message " + known + " here"));
        }
        Position place = places.putIfAbsent(id, position);
        // Another history may hold it again: whoever published it could not know that the first one was lost.
        if (place != null && place.isOf(position.epoch()) && !place.equals(position)) {
            violations.accept(new Violation(
                    Violation.Kind.DIVERGED, page, room, id, position, "it has the place " + place + " too"));
        }
    }

    /** The messages after one place and up to another, by place. */
    NavigableMap<Long, Long> between(String epoch, long after, long upTo) {
        NavigableMap<Long, Long> ids = idsByEpoch.getOrDefault(epoch, NOTHING);
        return after >= upTo ? NOTHING : ids.subMap(after, false, upTo, true);
    }
}
