package io.github.liveview4j.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is kept of all rooms, up to a limit, and what somebody missed of it. Guarded by the log's lock. */
final class RoomHistories {

    private final HistoryLimits limits;

    /** Those with the oldest last update first. */
    private final Map<String, RoomHistory> rooms = new LinkedHashMap<>();

    /** Up to here something may have been said in rooms that are forgotten. */
    private long forgotten;

    private long bytes;

    RoomHistories(HistoryLimits limits) {
        this.limits = limits;
    }

    int size() {
        return rooms.size();
    }

    /** Returns the first number of the range that the next update of a room covers. */
    long next(String room) {
        RoomHistory history = rooms.get(room);
        return history == null ? forgotten + 1 : history.next();
    }

    /**
     * Keeps an update, the newest of all.
     *
     * @param oldest what came before, in nanoseconds of the log's clock, is too old
     */
    void add(RoomUpdate update, long oldest) {
        RoomHistory history = rooms.remove(update.room());
        if (history == null) {
            history = new RoomHistory(forgotten, forgotten);
        }
        rooms.put(update.room(), history);
        bytes -= history.bytes();
        history.add(update);
        history.trim(limits, oldest);
        bytes += history.bytes();
        shrink();
    }

    /**
     * Makes a room known that somebody has come into, so that its next update begins where those who are in it are.
     *
     * @param seq where they are
     */
    void open(String room, long seq) {
        if (!rooms.containsKey(room)) {
            rooms.put(room, new RoomHistory(seq, forgotten));
        }
    }

    /**
     * Lets everything go.
     *
     * @param seq up to here nothing is known any more
     * @param occupied the rooms that somebody is in
     */
    void restart(long seq, Collection<String> occupied) {
        forgotten = seq;
        bytes = 0;
        rooms.clear();
        occupied.forEach(room -> open(room, seq));
    }

    /** Returns what was said after a number, in its order, or {@code null} if it cannot be proved that it is all. */
    @Nullable
    List<RoomUpdate> missed(Collection<String> names, long since) {
        List<RoomUpdate> missed = new ArrayList<>();
        for (String name : names) {
            RoomHistory history = rooms.get(name);
            if (since < (history == null ? forgotten : history.dropped())) {
                return null;
            }
            if (history != null) {
                history.collectAfter(since, missed);
            }
        }
        long size = 0;
        for (RoomUpdate update : missed) {
            size += update.size() + RoomUpdate.HEADER;
        }
        if (size > limits.recoveryBytes()) {
            return null;
        }
        missed.sort(Comparator.comparingLong(RoomUpdate::seq));
        return missed;
    }

    /**
     * Lets go what is too old, and rooms of which nothing is kept.
     *
     * @param isOccupied tells of a room whether somebody is in it, for whom it stays
     */
    void expire(long oldest, Predicate<String> isOccupied) {
        for (Iterator<Map.Entry<String, RoomHistory>> each = rooms.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, RoomHistory> room = each.next();
            RoomHistory history = room.getValue();
            bytes -= history.bytes();
            history.trim(limits, oldest);
            bytes += history.bytes();
            if (history.isEmpty() && !isOccupied.test(room.getKey())) {
                forgotten = Math.max(forgotten, history.dropped());
                each.remove();
            }
        }
    }

    private void shrink() {
        if (bytes <= limits.totalBytes()) {
            return;
        }
        // A tenth at once: on the way to the eldest there may be many that keep nothing.
        long enough = limits.totalBytes() / 10 * 9;
        Iterator<RoomHistory> eldest = rooms.values().iterator();
        while (bytes > enough && eldest.hasNext()) {
            RoomHistory history = eldest.next();
            bytes -= history.bytes();
            history.clear();
        }
    }
}
