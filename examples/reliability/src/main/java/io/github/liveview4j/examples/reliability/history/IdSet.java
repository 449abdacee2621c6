package io.github.liveview4j.examples.reliability.history;

import java.util.BitSet;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * A set of message ids, small in memory and on the wire: {@code 1-512,514}.
 *
 * <p>A page of the bench shows such a set for each of its rooms. Ids are counted for each room from 1 on, so that a page with a
 * hundred thousand messages is a few bytes, and a hole in it is seen at once. Safe for use by any thread.
 */
public final class IdSet {

    private final BitSet ids = new BitSet();

    /** Reads what {@link #toString()} writes. */
    public static IdSet parse(String text) {
        IdSet set = new IdSet();
        for (String range : text.isBlank() ? new String[0] : text.strip().split(",")) {
            String[] ends = range.split("-");
            int first = Integer.parseInt(ends[0]);
            set.ids.set(first, Integer.parseInt(ends[ends.length - 1]) + 1);
        }
        return set;
    }

    /** Makes a set of these. */
    public static IdSet of(long... ids) {
        IdSet set = new IdSet();
        for (long id : ids) {
            set.add(id);
        }
        return set;
    }

    /** Adds an id; tells whether it was new. */
    public synchronized boolean add(long id) {
        boolean isNew = !ids.get((int) id);
        ids.set((int) id);
        return isNew;
    }

    /** Tells whether the id is in it. */
    public synchronized boolean contains(long id) {
        return ids.get((int) id);
    }

    /** Returns how many there are. */
    public synchronized int size() {
        return ids.cardinality();
    }

    /** Returns an independent set of the same ids. */
    public synchronized IdSet copy() {
        IdSet copy = new IdSet();
        copy.ids.or(ids);
        return copy;
    }

    /** Returns the ids, rising. */
    public synchronized IntStream stream() {
        return ((BitSet) ids.clone()).stream();
    }

    @Override
    public synchronized String toString() {
        StringJoiner ranges = new StringJoiner(",");
        for (int first = ids.nextSetBit(0); first >= 0; ) {
            int last = ids.nextClearBit(first) - 1;
            ranges.add(first == last ? "" + first : first + "-" + last);
            first = ids.nextSetBit(last + 1);
        }
        return ranges.toString();
    }
}
