package io.github.liveview4j.examples.reliability.history;

import java.util.ArrayList;
import java.util.List;

/** Everything that happened to one page, from its first load to its end. For any thread. */
public final class PageHistory {

    private final String page;
    private final List<Delivery> deliveries = new ArrayList<>();
    private boolean settled;
    private int dropped;

    /** Begins the history of a page, by its id. */
    public PageHistory(String page) {
        this.page = page;
    }

    /** Returns the id of the page. */
    public String page() {
        return page;
    }

    /** Adds what happened last. */
    public synchronized PageHistory add(Delivery delivery) {
        deliveries.add(delivery);
        return this;
    }

    /** Counts an update that the page had already, and that had no effect. */
    public synchronized void dropped() {
        dropped++;
    }

    /**
     * Says that the page stayed to the end of the run, connected, and that it was given the time to catch up: what it does not
     * show by now it never will.
     */
    public synchronized PageHistory settle() {
        settled = true;
        return this;
    }

    synchronized boolean isSettled() {
        return settled;
    }

    synchronized int droppedCount() {
        return dropped;
    }

    /** Returns what happened so far. */
    public synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }
}
