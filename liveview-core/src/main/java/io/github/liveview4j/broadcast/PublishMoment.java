package io.github.liveview4j.broadcast;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.room.Broadcast;
import java.util.concurrent.CompletionStage;

/**
 * Decides when a broadcast that is rendered and encoded goes to the transport: at once, or when what its sender has open is
 * through.
 *
 * <p>The port by which the starter lets a push wait for the commit of Spring's transaction. For any thread; never waits.
 */
@FunctionalInterface
public interface PublishMoment {

    /**
     * Publishes a broadcast, now or later.
     *
     * <p>Those that one thread gives one after the other have places in that order.
     *
     * @param broadcast what to say, to whom
     * @param transport where it goes
     * @return what became of it; never completed with an exception
     */
    CompletionStage<Outcome> publish(Broadcast broadcast, BroadcastTransport transport);

    /** Returns the moment at which every broadcast is made. */
    static PublishMoment atOnce() {
        return (broadcast, transport) -> transport.publish(broadcast);
    }
}
