package io.github.liveview4j.dispatch;

import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.room.PageTokens.Word;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The rooms that the application let a page into, beside those that every page is in: those that its html names, which other
 * html replaces, and those that a handler joined.
 *
 * <p>A room that the page has left stays left for whatever was said before; html that is made later may name it again. For any
 * thread.
 */
final class JoinedRooms {

    private static final int MOST_LEFT = 256;

    private Set<String> ofHtml = Set.of();
    private Set<String> joined = Set.of();
    private Set<String> all = Set.of();

    /** When, in milliseconds; those left first at the front. */
    private Map<String, Long> left = Map.of();

    synchronized Set<String> all() {
        return all;
    }

    /** Returns those that a handler joined: for these the page needs a receipt. */
    synchronized Set<String> joined() {
        return joined;
    }

    /** Returns whether it is known here if the page is in a room: because it is, or because it has left it. */
    synchronized boolean isSettled(String room) {
        return all.contains(room) || left.containsKey(room);
    }

    /** Joins a room; returns whether there was a place for it. */
    synchronized boolean join(String room) {
        if (joined.size() >= PageTokens.MOST_ROOMS && !joined.contains(room)) {
            return false;
        }
        if (left.containsKey(room)) {
            Map<String, Long> fewer = new LinkedHashMap<>(left);
            fewer.remove(room);
            left = fewer;
        }
        joined(with(joined, room));
        return true;
    }

    /** Takes over what the page's html names, in place of what other html named before. */
    synchronized void html(Word token) {
        Set<String> named = new HashSet<>(token.rooms());
        named.removeIf(room -> isLeftSince(room, token.issued()));
        ofHtml = Set.copyOf(named);
        all = union(ofHtml, joined);
    }

    /** Lets the page into a room that it has a receipt for; returns whether there was a place for it. */
    synchronized boolean readmit(Word receipt) {
        boolean complete = true;
        for (String room : receipt.rooms()) {
            complete &= isLeftSince(room, receipt.issued()) || join(room);
        }
        return complete;
    }

    private boolean isLeftSince(String room, long time) {
        Long at = left.get(room);
        return at != null && at >= time;
    }

    /** Leaves a room; returns whether the page was in it. */
    synchronized boolean leave(String room, long time) {
        if (!all.contains(room)) {
            return false;
        }
        ofHtml = without(ofHtml, room);
        joined(without(joined, room));
        Map<String, Long> more = new LinkedHashMap<>(left);
        more.remove(room);
        more.put(room, time);
        if (more.size() > MOST_LEFT) {
            more.remove(more.keySet().iterator().next());
        }
        left = more;
        return true;
    }

    private void joined(Set<String> rooms) {
        joined = rooms;
        all = union(ofHtml, joined);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }

    private static Set<String> with(Set<String> set, String room) {
        return set.contains(room) ? set : union(set, Set.of(room));
    }

    private static Set<String> without(Set<String> set, String room) {
        Set<String> fewer = new HashSet<>(set);
        return fewer.remove(room) ? Set.copyOf(fewer) : set;
    }
}
