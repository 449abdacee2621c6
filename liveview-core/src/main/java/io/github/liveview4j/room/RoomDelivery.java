package io.github.liveview4j.room;

import io.github.liveview4j.session.LiveViewSession;

/**
 * Brings parcels to sessions, one after the other and in one order for everybody.
 *
 * <p>Called with the log's lock held, so that the order is the log's: it queues and must not wait for a browser.
 */
@FunctionalInterface
public interface RoomDelivery {

    /**
     * Delivers a parcel after all those delivered before.
     *
     * @param audience not written to; the same array again means the same audience
     */
    void deliver(LiveViewSession[] audience, Parcel parcel);
}
