package io.github.liveview4j.broadcast;

import io.github.liveview4j.LiveViewBroadcaster.Audience;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;

/**
 * Delivers on this node and nowhere else.
 *
 * <p>One lane for everything, so that all pages see all broadcasts in the same order. For any thread.
 */
public final class LocalTransport implements BroadcastTransport, AutoCloseable {

    private final LiveViewSessionRegistry sessions;
    private final FanOutLane lane;

    /**
     * Creates a transport and its lane.
     *
     * @param sessions the connections of this node
     */
    public LocalTransport(LiveViewSessionRegistry sessions) {
        this.sessions = sessions;
        this.lane = new FanOutLane();
    }

    @Override
    public void publish(Broadcast broadcast) {
        LiveViewSession[] receivers =
                broadcast.audience() instanceof Audience.Room room ? sessions.inRoom(room.name()) : sessions.all();
        if (receivers.length > 0) {
            lane.deliver(receivers, broadcast.parcel());
        }
    }

    /** Stops delivering. */
    @Override
    public void close() {
        lane.close();
    }
}
