package io.github.liveview4j.broadcast;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.room.Broadcast;
import java.util.concurrent.CompletionStage;

/**
 * Gives broadcasts their place in the one order and brings them to the log of every node: the port between sending and
 * delivering.
 *
 * <p>In memory by default. For any thread; never waits for a browser.
 */
@FunctionalInterface
public interface BroadcastTransport {

    /**
     * Takes a broadcast; those that one thread publishes one after the other have places in that order.
     *
     * @param broadcast what to say, to whom
     * @return what became of it; never completed with an exception
     */
    CompletionStage<Outcome> publish(Broadcast broadcast);
}
