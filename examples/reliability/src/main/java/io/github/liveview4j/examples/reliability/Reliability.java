package io.github.liveview4j.examples.reliability;

import io.github.liveview4j.examples.reliability.fault.Catalogue;
import io.github.liveview4j.examples.reliability.fault.Catalogue.Row;
import io.github.liveview4j.examples.reliability.fault.Report;
import io.github.liveview4j.examples.reliability.fault.Runs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The long form of the fault tests: runs them and prints their figures as a table in Markdown.
 *
 * <pre>{@code
 * ./mvnw -pl examples/reliability -am compile spring-boot:run
 * ./mvnw -pl examples/reliability -am compile spring-boot:run -Dspring-boot.run.arguments="F1 F10"
 * }</pre>
 *
 * <p>{@code -Dspring-boot.run.jvmArguments="-Xmx6g -Dreliability.seed=42"} replays the random choices of a run. It takes the place of
 * what {@code pom.xml} says there, which is why it names the heap as well.
 */
public final class Reliability {

    private Reliability() {}

    /**
     * Runs them.
     *
     * @param args the rows to run, such as {@code F1 F10}, and {@code short} for the form that every build runs; all of the long
     *     form by default
     */
    public static void main(String[] args) {
        List<String> wanted =
                Arrays.stream(args).filter(arg -> arg.startsWith("F")).toList();
        List<Row> rows = List.of(args).contains("short") ? Catalogue.shortForm() : Catalogue.longForm();
        System.getProperties().putIfAbsent("reliability.heap", "2g");
        System.getProperties().putIfAbsent("reliability.tier", "4");
        Map<Row, Report> reports = new LinkedHashMap<>();
        try (Runs runs = new Runs()) {
            for (Row row : rows) {
                if (wanted.isEmpty() || wanted.contains(row.scenario().name().split(" ")[0])) {
                    reports.put(row, runs.run(row));
                }
            }
        }
        System.out.println(table(reports));
        System.exit(
                reports.values().stream().allMatch(report -> report.failures().isEmpty()) ? 0 : 1);
    }

    private static String table(Map<Row, Report> reports) {
        StringBuilder table = new StringBuilder(
                "| fault | pages | messages/s | seed | figures | kept |\n|---|---|---|---|---|---|\n");
        reports.forEach((row, report) -> table.append(String.format(
                "| %s | %d | %d | %d | %s | %s |%n",
                row.scenario().name(),
                row.settings().pages(),
                row.settings().rate(),
                row.settings().seed(),
                report.figures().entrySet().stream()
                        .map(figure -> figure.getKey() + " " + figure.getValue())
                        .collect(Collectors.joining(", ")),
                report.failures().isEmpty() ? "yes" : "no")));
        return table.toString();
    }
}
