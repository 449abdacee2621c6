package io.github.liveview4j.examples.benchmark.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, in order; as lines of JSON in a file, or as tables in Markdown. For one thread. */
final class Lines {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final List<Line> all = new ArrayList<>();

    void add(Line line) {
        all.add(line);
    }

    /** Returns the values of one scenario and server, smallest first; none if it was not measured. */
    List<Double> values(String scenario, String server) {
        return all.stream()
                .filter(line ->
                        line.scenario().equals(scenario) && line.server().equals(server))
                .map(Line::value)
                .sorted()
                .toList();
    }

    Set<String> scenarios() {
        Set<String> names = new LinkedHashSet<>();
        all.forEach(line -> names.add(line.scenario()));
        return names;
    }

    /** Writes the file anew, one line of JSON for each value. */
    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, all.stream().map(MAPPER::writeValueAsString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a table of p50, p95 and the largest value of each click's part. */
    String clicks(Collection<String> servers) {
        StringBuilder table =
                new StringBuilder("| from the click to | page | p50 | p95 | max |\n|---|---|---|---|---|\n");
        for (String part : List.of("dom", "frame")) {
            for (String server : servers) {
                List<Double> values = values("click/" + part, server);
                table.append("| %s | %s | %s | %s | %s |%n"
                        .formatted(part, server, ms(at(values, 0.5)), ms(at(values, 0.95)), ms(at(values, 1))));
            }
        }
        return table.toString();
    }

    /**
     * Returns a table of the rows: of each server the median of the work and of the time to the frame, with the smallest and the
     * largest, and how many elements are still there for the row that they stood for, and at all.
     */
    String morphs(Collection<String> servers) {
        StringBuilder table = new StringBuilder("| change |");
        servers.forEach(server -> table.append(" %s: work | to the frame | kept, reused |".formatted(server)));
        table.append("\n|---|").append("---|---|---|".repeat(servers.size())).append('\n');
        for (String scenario : scenarios()) {
            if (!scenario.startsWith("morph") || !scenario.endsWith("/work")) {
                continue;
            }
            String name = scenario.substring(0, scenario.indexOf('/'));
            table.append("| ").append(name).append(" |");
            for (String server : servers) {
                table.append(" %s | %s | %.0f, %.0f |"
                        .formatted(
                                spread(values(scenario, server)),
                                spread(values(name + "/frame", server)),
                                at(values(name + "/kept", server), 0.5),
                                at(values(name + "/reused", server), 0.5)));
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static String spread(List<Double> values) {
        return "%s (%s–%s)".formatted(ms(at(values, 0.5)), ms(at(values, 0)), ms(at(values, 1)));
    }

    private static String ms(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }

    /** The nearest rank. */
    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
