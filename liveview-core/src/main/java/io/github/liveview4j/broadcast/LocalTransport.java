package io.github.liveview4j.broadcast;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.room.RoomLog;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Delivers on this node and nowhere else: the log gives the places itself.
 *
 * <p>For any thread.
 */
public final class LocalTransport implements BroadcastTransport {

    private final RoomLog log;

    /**
     * Creates a transport.
     *
     * @param log the log of this node
     */
    public LocalTransport(RoomLog log) {
        this.log = log;
    }

    @Override
    public CompletionStage<Outcome> publish(Broadcast broadcast) {
        log.append(broadcast);
        return CompletableFuture.completedStage(Outcome.SEQUENCED);
    }
}
