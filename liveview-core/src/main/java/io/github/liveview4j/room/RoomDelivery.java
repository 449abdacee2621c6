package io.github.liveview4j.room;

import io.github.liveview4j.session.LiveViewSession;

/**
 * Brings parcels to sessions, one after the other and in one order for everybody.
 *
 * <p>{@link #deliver} is called with the log's lock held, so that the order is the log's: it queues and never waits. Whoever is
 * about to add much asks {@link #awaitSpace} first, without the lock.
 */
@FunctionalInterface
public interface RoomDelivery {

    /** Waits while more is queued than can be delivered soon; not for a browser, and not on the delivery's own thread. */
    default void awaitSpace() {}

    /**
     * Delivers a parcel after all those delivered before.
     *
     * @param audience not written to; the same array again means the same audience
     */
    void deliver(LiveViewSession[] audience, Parcel parcel);
}
