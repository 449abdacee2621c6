package io.github.liveview4j.examples.benchmark.run;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What this program measures, by figure: the names that lines have. Stateless. */
final class Figures {

    static final String ROUND_TRIPS = "round-trips";
    static final String BROADCAST = "broadcast";
    static final String STALLED = "stalled";
    static final String MEMORY = "memory";
    static final String CONNECT = "connect";
    static final String GROWTH = "growth";

    /** Titles in the order of the table. */
    private static final Map<String, String> TITLES = Map.of(
            ROUND_TRIPS, "Round trips: a call, its handler, a template, the answer",
            BROADCAST, "Broadcasts: one page says something to all",
            STALLED, "Receivers that stop to read: the longest wait of the others",
            MEMORY, "Memory of an idle page",
            CONNECT, "Connecting: handshake, hello, welcome",
            GROWTH, "Growth: the same with more and more pages");

    private static final List<String> ORDER = List.of(ROUND_TRIPS, BROADCAST, STALLED, MEMORY, CONNECT, GROWTH);

    /** What there is a picture of; of figures that are not here, all units. */
    private static final Map<String, List<String>> DRAWN = Map.of(
            ROUND_TRIPS, List.of("calls/s", Measured.CPU_A_CALL),
            BROADCAST, List.of("deliveries/s", Measured.CPU_A_DELIVERY),
            STALLED, List.of(Measured.WORST),
            MEMORY, List.of(Measured.RSS, Measured.HEAP),
            CONNECT, List.of("pages/s"));

    /** What is in the lines and not in the table: what it says about a run, the report says in a sentence. */
    private static final Set<String> UNSHOWN = Set.of(Measured.GENERATOR, Measured.REST, Measured.P50);

    /** Servers in the order of the table and the pictures. */
    static final List<String> SERVERS = List.of("library", "library-lean", "library-2-nodes", "twin-full", "twin-bare");

    private Figures() {}

    static boolean isOwn(String figure) {
        return TITLES.containsKey(figure);
    }

    static String title(String figure) {
        return TITLES.getOrDefault(figure, figure);
    }

    /** Returns where a figure stands; unknown ones stand at the end. */
    static int place(String figure) {
        int place = ORDER.indexOf(figure);
        return place < 0 ? ORDER.size() : place;
    }

    static boolean isDrawn(String figure, String unit) {
        List<String> units = DRAWN.get(figure);
        return units == null || units.contains(unit);
    }

    static boolean isShown(Row row) {
        return !UNSHOWN.contains(row.unit())
                && (!row.unit().equals(Measured.WORST) || row.figure().equals(STALLED));
    }

    static boolean isMoreBetter(String unit) {
        return unit.endsWith("/s");
    }
}
