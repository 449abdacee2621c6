package io.github.liveview4j.examples.reliability.history;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the checker found.
 *
 * @param violations the broken promises, none for a good history
 * @param deliveries updates that took effect
 * @param dropped updates that a page had already
 * @param overlaps updates of messages that the fetched page came with, which a keyed page shows once
 * @param resyncs how often a page was told to fetch itself
 */
public record Verdict(List<Violation> violations, long deliveries, long dropped, long overlaps, long resyncs) {

    /** Tells whether every promise was kept. */
    public boolean isClean() {
        return violations.isEmpty();
    }

    /** Counts the violations of a kind. */
    public long count(Violation.Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }

    /** Says it in a few lines, the first violations included. */
    @Override
    public String toString() {
        Map<Violation.Kind, Long> kinds = violations.stream()
                .collect(Collectors.groupingBy(Violation::kind, TreeMap::new, Collectors.counting()));
        String first = violations.stream().limit(20).map(each -> "\n  " + each).collect(Collectors.joining());
        return (isClean() ? "clean" : kinds.toString()) + ", " + deliveries + " deliveries, " + dropped + " dropped, "
                + overlaps + " overlaps, " + resyncs + " resyncs" + first;
    }
}
