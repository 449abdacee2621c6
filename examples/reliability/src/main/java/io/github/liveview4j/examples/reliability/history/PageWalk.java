package io.github.liveview4j.examples.reliability.history;

import io.github.liveview4j.examples.reliability.history.Violation.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows one page through its history and says where it was wronged. For one thread, once. */
final class PageWalk {

    private final PageHistory history;
    private final Map<String, RoomOrder> orders;
    private final Map<String, Map<Long, Publication>> publications;
    private final Consumer<Violation> violations;
    private final Map<String, RoomWalk> rooms = new HashMap<>();

    /** The history that the page is in; none until it is told one. */
    private @Nullable String epoch;

    private boolean owesFetch;
    private long deliveries;
    private long overlaps;
    private long resyncs;

    PageWalk(
            PageHistory history,
            Map<String, RoomOrder> orders,
            Map<String, Map<Long, Publication>> publications,
            Consumer<Violation> violations) {
        this.history = history;
        this.orders = orders;
        this.publications = publications;
        this.violations = violations;
    }

    void run() {
        for (Delivery delivery : history.deliveries()) {
            if (delivery instanceof Delivery.Fetched fetched) {
                fetched(fetched);
            } else if (delivery instanceof Delivery.Applied applied) {
                applied(applied);
            } else if (delivery instanceof Delivery.Moved moved) {
                moved(moved.position());
            } else if (delivery instanceof Delivery.Resynced resynced) {
                resyncs++;
                owesFetch = true;
                epoch = resynced.position().epoch();
                rooms.values().forEach(room -> room.excuse(resynced.position()));
            } else if (delivery instanceof Delivery.Joined joined) {
                epoch = joined.position().epoch();
                room(joined.room()).joined(joined.position());
            } else if (delivery instanceof Delivery.Left left) {
                rooms.remove(left.room());
            }
        }
        if (history.isSettled()) {
            if (owesFetch) {
                report(Kind.UNCOVERED, "", 0, null, "told to fetch itself, and did not");
            }
            rooms.values().forEach(room -> room.end(epoch));
        }
    }

    private void fetched(Delivery.Fetched fetched) {
        owesFetch = false;
        Position position = fetched.position();
        epoch = position == null ? epoch : position.epoch();
        fetched.shown().forEach((name, shown) -> room(name).fetched(position, shown));
        if (position != null) {
            rooms.values().forEach(room -> room.excuse(position));
        }
    }

    private void applied(Delivery.Applied applied) {
        deliveries += applied.ids().size();
        long id = applied.ids().isEmpty() ? 0 : applied.ids().get(0);
        if (owesFetch) {
            report(Kind.SILENT, applied.room(), id, applied.position(), "applied before the page was fetched");
        }
        if (epoch != null && !applied.position().isOf(epoch)) {
            report(Kind.SILENT, applied.room(), id, applied.position(), "applied by a page in " + epoch);
        }
        epoch = applied.position().epoch();
        overlaps += room(applied.room()).applied(applied);
    }

    private void moved(Position position) {
        if (epoch != null && !position.isOf(epoch)) {
            report(Kind.SILENT, "", 0, position, "moved out of " + epoch + " without being told to fetch itself");
        }
        epoch = position.epoch();
        rooms.values().forEach(room -> room.moved(position));
    }

    private RoomWalk room(String name) {
        return rooms.computeIfAbsent(
                name,
                room -> new RoomWalk(
                        history.page(),
                        room,
                        orders.computeIfAbsent(room, RoomOrder::new),
                        publications.getOrDefault(room, Map.of()),
                        violations));
    }

    private void report(Kind kind, String room, long id, @Nullable Position position, String text) {
        violations.accept(new Violation(kind, history.page(), room, id, position, text));
    }

    long deliveries() {
        return deliveries;
    }

    long overlaps() {
        return overlaps;
    }

    long resyncs() {
        return resyncs;
    }
}
