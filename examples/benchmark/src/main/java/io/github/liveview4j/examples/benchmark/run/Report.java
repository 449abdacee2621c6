package io.github.liveview4j.examples.benchmark.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what was measured: a picture a figure, and {@code table.md} or the table of a page. For one thread. */
final class Report {

    static final String BEGIN = "<!-- the table: written by the benchmark, which replaces it -->";
    static final String END = "<!-- the end of the table -->";

    private final Path folder;
    private final List<Row> rows;
    private final Options options;

    Report(Path folder, List<Line> lines, Options options) {
        this.folder = folder;
        this.rows = Row.of(lines);
        this.options = options;
    }

    void write() {
        String table = text();
        Set<String> figures = new LinkedHashSet<>();
        rows.forEach(row -> figures.add(row.figure()));
        for (String figure : figures) {
            List<Row> drawn = rows.stream()
                    .filter(row -> row.figure().equals(figure) && Figures.isDrawn(figure, row.unit()))
                    .toList();
            if (!drawn.isEmpty()) {
                write(folder.resolve(figure + ".svg"), Chart.of(Figures.title(figure), drawn));
            }
        }
        options.page()
                .ifPresentOrElse(
                        page -> write(page, replaced(read(page), table)),
                        () -> write(folder.resolve("table.md"), table));
        System.out.println(table);
    }

    /** Returns the table and what it needs to be understood by itself. */
    String text() {
        int rounds = (int) rows.stream()
                .filter(row -> Figures.isOwn(row.figure()))
                .flatMap(row -> row.values().values().stream().flatMap(each -> each.keySet().stream()))
                .distinct()
                .count();
        return "Measured on: " + Machine.description() + ".\n\n"
                + "Medians of " + rounds + (rounds == 1 ? " round" : " rounds")
                + ", and the smallest and largest of them; ratios are of values of the same round.\n\n"
                + Table.of(rows)
                + "\n"
                + settings();
    }

    private String settings() {
        return conditions() + "Set, and everything else as it comes: all servers "
                + code(ServerProcess.settings(0, 0).stream()
                        .filter(setting -> !setting.contains("port"))
                        .toList())
                + ", JVM " + code(options.jvm())
                + "; the library " + code(Kind.LIBRARY.arguments())
                + (options.library().isEmpty() ? "" : " " + code(options.library())) + ".\n";
    }

    /** What a reader has to know to believe the rest. */
    private String conditions() {
        return sentence("The generator used ", Measured.GENERATOR, " µs of CPU a message")
                + sentence(
                        "Everything else on the machine, Redis and the servers that waited among it, used ",
                        Measured.REST,
                        " cores");
    }

    private String sentence(String begin, String unit, String end) {
        List<Double> values = rows.stream()
                .filter(row -> row.unit().equals(unit) && Figures.isOwn(row.figure()))
                .flatMap(row -> row.values().values().stream().flatMap(each -> each.values().stream()))
                .toList();
        if (values.isEmpty()) {
            return "";
        }
        Spread spread = Spread.of(values);
        return begin + Table.number(spread.min()) + " to " + Table.number(spread.max()) + end + ", "
                + Table.number(spread.median()) + " in the middle. ";
    }

    private static String code(List<String> settings) {
        return settings.stream().map(setting -> "`" + setting + "`").collect(Collectors.joining(" "));
    }

    /**
     * Returns a page with its table replaced.
     *
     * @throws IllegalArgumentException where it has no place for one
     */
    static String replaced(String page, String table) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("Expected a page with the lines " + BEGIN + " and " + END);
        }
        return page.substring(0, begin) + BEGIN + "\n\n" + table + "\n" + page.substring(end);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
