package io.github.liveview4j.test;

/**
 * What goes with one load of a page, and is made anew by the next. Guarded by the lock of its page.
 *
 * @param loaded the html and what its script tag says
 * @param position how far it has what is broadcast
 * @param calls what it has called
 * @param updates changes it
 * @param inbound takes frames
 * @param outbound makes them
 */
record PageParts(
        LoadedPage loaded,
        PagePosition position,
        PageCalls calls,
        PageUpdates updates,
        PageInbound inbound,
        PageOutbound outbound) {

    static PageParts of(LivePage page, LoadedPage loaded, PageReport report, CallFailures causes) {
        PagePosition position = new PagePosition(loaded.position(), loaded.token());
        PageCalls calls = new PageCalls();
        PageUpdates updates = new PageUpdates(page, loaded.document(), report);
        PageInbound inbound = new PageInbound(page, position, calls, updates, report, causes);
        return new PageParts(loaded, position, calls, updates, inbound, new PageOutbound(page, position, calls));
    }
}
