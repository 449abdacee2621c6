package io.github.liveview4j.dispatch;

import java.util.HashSet;
import java.util.Set;

/** The rooms that the application let a page into, beside those that every page is in. For any thread. */
final class JoinedRooms {

    static final int MOST = 64;

    /** What most pages have. */
    private Set<String> rooms = Set.of();

    /** Those that the page has left: its html may still name them. */
    private Set<String> left = Set.of();

    synchronized Set<String> all() {
        return rooms;
    }

    /** Returns whether it is known here if the page is in a room: because it is, or because it has left it. */
    synchronized boolean isSettled(String room) {
        return rooms.contains(room) || left.contains(room);
    }

    /** Returns whether there was room for it. */
    synchronized boolean add(String room) {
        left = without(left, room);
        return put(room);
    }

    /** Lets the page into rooms that it shows a word for, but for those that it has left since. */
    synchronized boolean readmit(Set<String> shown) {
        boolean complete = true;
        for (String room : shown) {
            complete &= left.contains(room) || put(room);
        }
        return complete;
    }

    private boolean put(String room) {
        if (!rooms.contains(room)) {
            if (rooms.size() >= MOST) {
                return false;
            }
            rooms = with(rooms, room);
        }
        return true;
    }

    /** Returns whether the page was in it. */
    synchronized boolean remove(String room) {
        if (!rooms.contains(room)) {
            return false;
        }
        rooms = without(rooms, room);
        if (left.size() < MOST) {
            left = with(left, room);
        }
        return true;
    }

    private static Set<String> with(Set<String> set, String room) {
        Set<String> more = new HashSet<>(set);
        more.add(room);
        return Set.copyOf(more);
    }

    private static Set<String> without(Set<String> set, String room) {
        Set<String> fewer = new HashSet<>(set);
        return fewer.remove(room) ? Set.copyOf(fewer) : set;
    }
}
