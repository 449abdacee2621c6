package io.github.liveview4j.examples.reliability.client;

import io.github.liveview4j.examples.reliability.client.ClientRules.Decision;
import io.github.liveview4j.examples.reliability.history.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a page does with each message of the server. For the thread of the loop. */
final class PageInbox {

    /** What a message may make the page do. */
    interface Page {
        /** Ask for what is missing. */
        void hello();

        /** Fetch itself; without a position because it wants to. */
        void resync(@Nullable Position position);

        /** Call a handler of its own. */
        void refresh(String function);
    }

    private final Page page;
    private final PageState state;
    private final PageIdentity identity;
    private final PageConnection connection;
    private final PageCalls calls;

    PageInbox(Page page, PageState state, PageIdentity identity, PageConnection connection, PageCalls calls) {
        this.page = page;
        this.state = state;
        this.identity = identity;
        this.connection = connection;
        this.calls = calls;
    }

    void receive(JsonNode message, boolean withWelcome) {
        switch (Json.text(message, "type")) {
            case "update" -> update(message, withWelcome);
            case "welcome" -> welcome(message);
            case "reply" -> calls.reply(message);
            case "resync" -> page.resync(Json.position(message));
            case "joined" -> joined(message);
            case "left" -> {
                identity.left(Json.text(message, "room"));
                state.left(Json.text(message, "room"));
            }
            case "ping" -> {
                state.pinged(Json.position(message));
                connection.send(Map.of("type", "pong"));
            }
            case "retry" -> connection.retry(Json.number(message, "after"));
            default -> {
                // Pongs say nothing, and what is not known is passed over.
            }
        }
    }

    private void update(JsonNode update, boolean withWelcome) {
        boolean applied;
        if (update.has("seq")) {
            Decision decision = state.update(update, withWelcome);
            if (decision == Decision.ASK) {
                page.hello();
            }
            applied = decision == Decision.APPLY;
        } else {
            applied = calls.accepts(update);
        }
        for (JsonNode each : update.path("updates")) {
            JsonNode refresh = each.path("call");
            if (applied && !refresh.isMissingNode()) {
                page.refresh(Json.text(refresh, "function"));
            }
        }
    }

    private void welcome(JsonNode welcome) {
        boolean resync = welcome.path("resync").asBoolean(false);
        state.welcomed(Json.position(welcome), resync);
        boolean isFirst = connection.welcomed(Json.number(welcome, "heartbeat"));
        if (isFirst && calls.resume(welcome.path("resumed").asBoolean(false))) {
            // Nobody knows what became of a call: the page is to show what is true.
            page.resync(null);
        }
        if (resync) {
            page.resync(Json.position(welcome));
        }
    }

    private void joined(JsonNode joined) {
        Position from = Json.position(joined);
        if (from != null) {
            identity.joined(Json.text(joined, "room"), Json.text(joined, "receipt"));
            state.joined(Json.text(joined, "room"), from);
        }
    }
}
