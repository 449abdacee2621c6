package io.github.liveview4j.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last updates of one room. Guarded by the log's lock.
 */
final class RoomHistory {

    /** What an update costs besides its bytes. */
    static final int OVERHEAD = 512;

    private final Deque<RoomUpdate> updates = new ArrayDeque<>(2);
    private long tail;
    private long dropped;
    private long bytes;

    /**
     * Makes a history of which nothing is kept.
     *
     * @param tail up to where nothing more is to be said in this room
     * @param dropped up to where something may have been said that is not kept
     */
    RoomHistory(long tail, long dropped) {
        this.tail = tail;
        this.dropped = dropped;
    }

    /** Returns the first number of the range that the next update covers. */
    long next() {
        return tail + 1;
    }

    /** Returns the number up to which something was said that is not kept: who is not past it may have missed it. */
    long dropped() {
        return dropped;
    }

    boolean isEmpty() {
        return updates.isEmpty();
    }

    long bytes() {
        return bytes;
    }

    void add(RoomUpdate update) {
        updates.addLast(update);
        tail = update.seq();
        bytes += update.size() + OVERHEAD;
    }

    /** Lets go what is too old or too much. */
    void trim(HistoryLimits limits, long oldest) {
        RoomUpdate first = updates.peekFirst();
        while (first != null
                && (first.at() - oldest < 0 || updates.size() > limits.updates() || bytes > limits.roomBytes())) {
            dropFirst();
            first = updates.peekFirst();
        }
    }

    /** Lets everything go. */
    void clear() {
        while (!updates.isEmpty()) {
            dropFirst();
        }
    }

    private void dropFirst() {
        RoomUpdate gone = updates.removeFirst();
        dropped = gone.seq();
        bytes -= gone.size() + OVERHEAD;
    }

    /** Adds the updates after a number to a list, in their order. */
    void collectAfter(long seq, List<RoomUpdate> missed) {
        RoomUpdate last = updates.peekLast();
        if (last != null && last.seq() > seq) {
            for (RoomUpdate update : updates) {
                if (update.seq() > seq) {
                    missed.add(update);
                }
            }
        }
    }
}
