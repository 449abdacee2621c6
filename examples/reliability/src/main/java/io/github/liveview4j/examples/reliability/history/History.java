package io.github.liveview4j.examples.reliability.history;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The record of one run: what was published, and what happened to each page. For any thread. */
public final class History {

    private final Queue<Publication> publications = new ConcurrentLinkedQueue<>();
    private final Queue<PageHistory> pages = new ConcurrentLinkedQueue<>();

    /** Adds what a publisher was told. */
    public History add(Publication publication) {
        publications.add(publication);
        return this;
    }

    /** Begins the history of a page. */
    public PageHistory page(String id) {
        PageHistory page = new PageHistory(id);
        pages.add(page);
        return page;
    }

    /** Returns what was published so far. */
    public Collection<Publication> publications() {
        return List.copyOf(publications);
    }

    /** Returns the pages so far. */
    public Collection<PageHistory> pages() {
        return List.copyOf(pages);
    }
}
