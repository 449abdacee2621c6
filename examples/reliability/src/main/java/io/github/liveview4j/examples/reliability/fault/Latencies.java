package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import io.github.liveview4j.examples.reliability.history.Delivery;
import io.github.liveview4j.examples.reliability.history.History;
import io.github.liveview4j.examples.reliability.history.Publication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long messages took from their publisher to some pages, within a span of time. For one thread. */
final class Latencies {

    private final long[] sorted;

    Latencies(History history, List<SimulatedPage> pages, long from, long to) {
        Map<String, Map<Long, Long>> started = new HashMap<>();
        for (Publication publication : history.publications()) {
            if (publication.startedAt() >= from && publication.startedAt() < to) {
                started.computeIfAbsent(publication.room(), room -> new HashMap<>())
                        .put(publication.id(), publication.startedAt());
            }
        }
        sorted = pages.stream()
                .flatMap(page -> page.history().deliveries().stream())
                .filter(Delivery.Applied.class::isInstance)
                .map(Delivery.Applied.class::cast)
                .flatMapToLong(applied -> applied.ids().stream()
                        .map(started.getOrDefault(applied.room(), Map.of())::get)
                        .filter(start -> start != null)
                        .mapToLong(start -> (applied.at() - start) / 1_000_000))
                .sorted()
                .toArray();
    }

    /** Returns milliseconds; -1 where nothing was delivered. */
    long percentile(double share) {
        return sorted.length == 0 ? -1 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    long worst() {
        return percentile(1);
    }
}
