package io.github.liveview4j.examples.reliability.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds out whether the promises about delivery were kept in a run.
 *
 * <p>For every page and each of its rooms, over the life of the page: nothing is lost (a sequenced update is shown, or the page
 * was told to fetch itself and what it fetched shows it), nothing takes effect twice, nothing comes after what is later, what
 * failed is shown to nobody, and all pages agree on one order. A page that is told "you have everything up to here" and does
 * not is a violation at that place, even if a later fetch mends it: until then the hole was silent.
 *
 * <p>The order itself is learned from the pages, since no publisher is told a place. An update that no page saw is missed at
 * the end, by the pages that {@linkplain PageHistory#settle() stayed}. For one thread.
 */
public final class HistoryChecker {

    private final Map<String, RoomOrder> orders = new HashMap<>();
    private final Map<String, Map<Long, Publication>> publications;
    private final List<Violation> violations = new ArrayList<>();
    private final History history;

    private HistoryChecker(History history) {
        this.history = history;
        publications = history.publications().stream()
                .collect(Collectors.groupingBy(
                        Publication::room, Collectors.toMap(Publication::id, Function.identity(), (one, same) -> one)));
    }

    /** Checks a run that has ended. */
    public static Verdict check(History history) {
        return new HistoryChecker(history).verdict();
    }

    private Verdict verdict() {
        history.pages().forEach(this::learnOrder);
        long deliveries = 0;
        long dropped = 0;
        long overlaps = 0;
        long resyncs = 0;
        for (PageHistory page : history.pages()) {
            PageWalk walk = new PageWalk(page, orders, publications, violations::add);
            walk.run();
            deliveries += walk.deliveries();
            overlaps += walk.overlaps();
            resyncs += walk.resyncs();
            dropped += page.droppedCount();
        }
        return new Verdict(List.copyOf(violations), deliveries, dropped, overlaps, resyncs);
    }

    private void learnOrder(PageHistory page) {
        for (Delivery delivery : page.deliveries()) {
            if (delivery instanceof Delivery.Applied applied && applied.ids().size() == 1) {
                orders.computeIfAbsent(applied.room(), RoomOrder::new)
                        .learn(page.page(), applied.position(), applied.ids().get(0), violations::add);
            }
        }
    }
}
