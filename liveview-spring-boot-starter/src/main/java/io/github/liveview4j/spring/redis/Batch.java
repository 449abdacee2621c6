package io.github.liveview4j.spring.redis;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Broadcasts that are sent together, and what is known of their fate. For the publisher's thread.
 */
final class Batch {

    private final List<Waiting> waiting;
    private boolean inDoubt;
    private String epoch = "";

    Batch(List<Waiting> waiting) {
        this.waiting = new ArrayList<>(waiting);
    }

    List<Waiting> waiting() {
        return waiting;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Returns whether it may have its places already. */
    boolean isInDoubt() {
        return inDoubt;
    }

    /** Returns the order under which it was sent first; in another one it must not be said a second time. */
    String epoch() {
        return epoch;
    }

    /** Notes under which order it is sent, unless it may have arrived under another one. */
    void sendingUnder(String current) {
        if (!inDoubt) {
            epoch = current;
        }
    }

    void doubt() {
        inDoubt = true;
    }

    /** What can truly be said of those that are given up. */
    Outcome givenUp() {
        return inDoubt ? Outcome.UNKNOWN : Outcome.FAILED;
    }

    /** Takes out those that have waited too long. */
    List<Waiting> removeOlderThan(long nanos, long now) {
        List<Waiting> old = new ArrayList<>();
        waiting.removeIf(each -> each.isOlderThan(nanos, now) && old.add(each));
        return old;
    }
}
