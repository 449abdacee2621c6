package io.github.liveview4j.examples.reliability.client;

import io.github.liveview4j.examples.reliability.client.ClientRules.Decision;
import io.github.liveview4j.examples.reliability.history.Delivery;
import io.github.liveview4j.examples.reliability.history.IdSet;
import io.github.liveview4j.examples.reliability.history.PageHistory;
import io.github.liveview4j.examples.reliability.history.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a page shows, and the record of how that came about: {@link ClientRules} decide, this does it and writes it down.
 *
 * <p>Changed on the thread of the loop only; {@link #shows} may be asked by any.
 */
final class PageState {

    private final PageHistory history;
    private final Map<String, IdSet> shown = new ConcurrentHashMap<>();
    private final ClientRules rules = new ClientRules(null);

    PageState(PageHistory history) {
        this.history = history;
    }

    ClientRules rules() {
        return rules;
    }

    boolean shows(String room, long id) {
        IdSet ids = shown.get(room);
        return ids != null && ids.contains(id);
    }

    int count(String room) {
        IdSet ids = shown.get(room);
        return ids == null ? 0 : ids.size();
    }

    void fetched(LoadedPage page) {
        rules.fetched(page.position());
        // What comes with no position of its own is as old as the one adopted before it was fetched.
        history.add(new Delivery.Fetched(rules.position(), page.shown()));
        page.shown().forEach((room, ids) -> shown.put(room, ids.copy()));
    }

    /** Takes an update of a room, as the rules decide. */
    Decision update(JsonNode update, boolean withWelcome) {
        Position position = Json.position(update);
        if (position == null) {
            return Decision.IGNORE;
        }
        RoomUpdate place = new RoomUpdate(Json.text(update, "room"), Json.number(update, "first"), position);
        Decision decision = rules.judge(place, withWelcome);
        if (decision == Decision.DROP) {
            history.dropped();
        } else if (decision == Decision.APPLY) {
            rules.applied(place);
            history.add(new Delivery.Applied(
                    place.room(), position, place.first(), show(place.room(), update), System.nanoTime()));
        }
        return decision;
    }

    private List<Long> show(String room, JsonNode update) {
        List<Long> ids = new ArrayList<>(1);
        for (JsonNode message : update.path("updates")) {
            String html = Json.text(message, "html").strip();
            if (!html.isEmpty()) {
                long id = Long.parseLong(html);
                ids.add(id);
                shown.computeIfAbsent(room, name -> new IdSet()).add(id);
            }
        }
        return List.copyOf(ids);
    }

    void welcomed(@Nullable Position position) {
        if (rules.welcomed(position) && position != null) {
            history.add(new Delivery.Moved(position));
        }
    }

    void pinged(@Nullable Position position) {
        if (position != null && rules.pinged(position)) {
            history.add(new Delivery.Moved(position));
        }
    }

    /** The page has to fetch itself; without a position because it wants to. */
    void resync(@Nullable Position position) {
        rules.resync(position);
        Position now = rules.position();
        if (now != null) {
            history.add(new Delivery.Resynced(now));
        }
    }

    void joined(String room, Position from) {
        rules.joined(room, from);
        history.add(new Delivery.Joined(room, from));
    }

    void left(String room) {
        rules.left(room);
        history.add(new Delivery.Left(room));
    }
}
