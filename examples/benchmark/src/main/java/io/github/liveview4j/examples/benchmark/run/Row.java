package io.github.liveview4j.examples.benchmark.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one scenario in one unit: by server, and for each by round. Immutable once {@link #of} has returned it.
 *
 * @param figure the figure
 * @param scenario the scenario
 * @param unit the unit
 * @param values by server, known ones first; then by round
 */
record Row(String figure, String scenario, String unit, Map<String, Map<Integer, Double>> values) {

    /** Sorts lines into rows, in the order of the figures; where a round has a value twice, the later one counts. */
    static List<Row> of(List<Line> lines) {
        Map<List<String>, Row> rows = new LinkedHashMap<>();
        for (Line line : lines) {
            rows.computeIfAbsent(
                            List.of(line.figure(), line.scenario(), line.unit()),
                            key -> new Row(line.figure(), line.scenario(), line.unit(), new LinkedHashMap<>()))
                    .values()
                    .computeIfAbsent(line.server(), server -> new LinkedHashMap<>())
                    .put(line.round(), line.value());
        }
        List<Row> sorted = new ArrayList<>();
        rows.values().forEach(row -> sorted.add(row.inOrder()));
        // Stable: within a figure rows stay in the order in which they were measured.
        sorted.sort((one, other) -> Integer.compare(Figures.place(one.figure()), Figures.place(other.figure())));
        return sorted;
    }

    private Row inOrder() {
        Map<String, Map<Integer, Double>> ordered = new LinkedHashMap<>();
        Figures.SERVERS.stream()
                .filter(values::containsKey)
                .forEach(server -> ordered.put(server, values.getOrDefault(server, Map.of())));
        values.forEach(ordered::putIfAbsent);
        return new Row(figure, scenario, unit, ordered);
    }

    /** Returns the values of a server over all rounds. */
    Optional<Spread> spread(String server) {
        return Optional.ofNullable(values.get(server)).map(rounds -> Spread.of(rounds.values()));
    }

    /** Returns how a server compares to another in the same round, over all rounds that both were in. */
    Optional<Spread> ratio(String server, String other) {
        Map<Integer, Double> mine = values.getOrDefault(server, Map.of());
        Map<Integer, Double> theirs = values.getOrDefault(other, Map.of());
        List<Double> ratios = mine.keySet().stream()
                .filter(round -> theirs.getOrDefault(round, 0d) != 0)
                .map(round -> mine.get(round) / theirs.get(round))
                .toList();
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
    }
}
