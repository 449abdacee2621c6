package io.github.liveview4j.examples.reliability.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Calls that were sent: which of them wait for a reply, and which of their updates took effect. For one thread. */
final class SentCalls {

    private final NavigableMap<Long, PageCall> unanswered = new TreeMap<>();
    private final Set<String> applied = new HashSet<>();
    private long lastId;

    /** Every reply up to this id has arrived, or is no longer awaited. */
    long done() {
        return unanswered.isEmpty() ? lastId : unanswered.firstKey() - 1;
    }

    long add(PageCall call) {
        unanswered.put(++lastId, call);
        return lastId;
    }

    /** The calls to send again, by id. */
    NavigableMap<Long, PageCall> unanswered() {
        return unanswered;
    }

    /** The call that a reply ends; none if the reply is a repeat. */
    @Nullable
    PageCall settle(long id) {
        return unanswered.remove(id);
    }

    /** Settles all: nobody knows their outcome. */
    List<PageCall> abandon() {
        List<PageCall> calls = new ArrayList<>(unanswered.values());
        unanswered.clear();
        return calls;
    }

    /** Whether the n-th update of a call is new; if so it counts as applied. */
    boolean accepts(long id, long n) {
        return n == 0 || applied.add(id + " " + n);
    }
}
