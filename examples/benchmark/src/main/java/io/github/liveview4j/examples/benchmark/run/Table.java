package io.github.liveview4j.examples.benchmark.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes Markdown of rows: one table of what this program measures, and one for each figure of others. Stateless. */
final class Table {

    private static final String LIBRARY = "library";
    private static final String FULL = "twin-full";
    private static final String BARE = "twin-bare";

    private Table() {}

    static String of(List<Row> rows) {
        StringBuilder table = new StringBuilder();
        List<Row> own = rows.stream()
                .filter(row -> Figures.isOwn(row.figure()) && Figures.isShown(row))
                .toList();
        if (!own.isEmpty()) {
            table.append(
                            "| scenario | measured in | better | library | twin | library / twin | bare twin | library / bare twin |\n")
                    .append("|---|---|---|--:|--:|--:|--:|--:|\n");
            own.forEach(row -> ownRows(table, row));
        }
        Set<String> others = new LinkedHashSet<>();
        rows.stream().map(Row::figure).filter(figure -> !Figures.isOwn(figure)).forEach(others::add);
        for (String figure : others) {
            table.append('\n');
            other(
                    table,
                    rows.stream().filter(row -> row.figure().equals(figure)).toList());
        }
        return table.toString();
    }

    /** A row for each variant of the library, all beside the same twin. */
    private static void ownRows(StringBuilder table, Row row) {
        List<String> libraries = row.values().keySet().stream()
                .filter(server -> server.startsWith(LIBRARY))
                .toList();
        for (String library : libraries.isEmpty() ? List.of(LIBRARY) : libraries) {
            String variant = library.substring(LIBRARY.length()).replace('-', ' ');
            cells(
                    table,
                    row.scenario() + (variant.isEmpty() ? "" : "," + variant),
                    row.unit(),
                    Figures.isMoreBetter(row.unit()) ? "more" : "less",
                    text(row.spread(library)),
                    text(row.spread(FULL)),
                    ratio(row.ratio(library, FULL)),
                    text(row.spread(BARE)),
                    ratio(row.ratio(library, BARE)));
        }
    }

    private static void other(StringBuilder table, List<Row> rows) {
        Set<String> servers = new LinkedHashSet<>();
        rows.forEach(row -> servers.addAll(row.values().keySet()));
        List<String> head = new ArrayList<>(List.of(rows.get(0).figure(), "measured in"));
        head.addAll(servers);
        cells(table, head.toArray(String[]::new));
        table.append("|---|---|").append("--:|".repeat(servers.size())).append('\n');
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.scenario(), row.unit()));
            servers.forEach(server -> cells.add(text(row.spread(server))));
            cells(table, cells.toArray(String[]::new));
        }
    }

    private static void cells(StringBuilder table, String... cells) {
        for (String cell : cells) {
            table.append("| ").append(cell).append(' ');
        }
        table.append("|\n");
    }

    private static String text(Optional<Spread> spread) {
        return spread.map(each -> number(each.median()) + range(each, Table::number))
                .orElse("");
    }

    private static String ratio(Optional<Spread> spread) {
        return spread.map(each -> "**" + hundredths(each.median()) + "**" + range(each, Table::hundredths))
                .orElse("");
    }

    private static String range(Spread spread, java.util.function.DoubleFunction<String> format) {
        return spread.count() < 2 ? "" : " (" + format.apply(spread.min()) + "–" + format.apply(spread.max()) + ")";
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Three digits are enough: no more are the same in the next run. */
    static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
