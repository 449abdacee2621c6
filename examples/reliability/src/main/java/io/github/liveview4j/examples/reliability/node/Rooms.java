package io.github.liveview4j.examples.reliability.node;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.append;

import io.github.liveview4j.LiveViewBroadcaster;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

/** Publishes, and is all that the node says to the library about it. For any thread. */
@Component
class Rooms {

    private final LiveViewBroadcaster broadcaster;

    Rooms(LiveViewBroadcaster broadcaster) {
        this.broadcaster = broadcaster;
    }

    /**
     * Publishes a message to a room; the page appends its id.
     *
     * @param padding by how many blanks the message is longer
     * @return {@code SEQUENCED}, {@code FAILED} or {@code UNKNOWN}, once it is known
     */
    CompletionStage<String> publish(String room, long id, int padding) {
        // Until send() answers with an outcome nobody knows it.
        broadcaster.to(room(room)).send(append("#" + room).text(id + " ".repeat(padding)));
        return CompletableFuture.completedStage("UNKNOWN");
    }
}
