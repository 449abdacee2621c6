package io.github.liveview4j.examples.reliability.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The calls of a page: they wait while there is no connection, and go out again where the server remembers the page.
 *
 * <p>For the thread of the loop.
 */
final class PageCalls {

    private final PageConnection connection;
    private final SentCalls sent = new SentCalls();
    private final List<PageCall> queue = new ArrayList<>();

    PageCalls(PageConnection connection) {
        this.connection = connection;
    }

    /** Every reply up to this id has arrived, or is no longer awaited. */
    long done() {
        return sent.done();
    }

    void make(PageCall call) {
        if (connection.isConnected()) {
            send(sent.add(call), call);
        } else {
            queue.add(call);
        }
    }

    /**
     * The page is connected again.
     *
     * @param resumed whether the server remembers which calls it ran
     * @return whether the outcome of some will never be known
     */
    boolean resume(boolean resumed) {
        List<PageCall> unknown = resumed ? List.of() : sent.abandon();
        sent.unanswered().forEach(this::send);
        queue.forEach(call -> send(sent.add(call), call));
        queue.clear();
        unknown.forEach(call -> call.outcome().complete("unknown"));
        return !unknown.isEmpty();
    }

    void reply(JsonNode reply) {
        PageCall call = sent.settle(Json.number(reply, "id"));
        if (call != null) {
            JsonNode error = reply.path("error");
            call.outcome().complete(error.isMissingNode() ? "ok" : Json.text(error, "code"));
        }
    }

    /** Whether an update that a call made is new; if so it counts as applied. */
    boolean accepts(JsonNode update) {
        return sent.accepts(Json.number(update, "call"), Json.number(update, "n"));
    }

    private void send(long id, PageCall call) {
        connection.send(Map.of(
                "type",
                "call",
                "id",
                id,
                "function",
                call.function(),
                "data",
                call.data(),
                "form",
                List.of(),
                "done",
                sent.done()));
    }
}
