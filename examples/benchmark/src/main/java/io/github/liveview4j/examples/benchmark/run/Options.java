package io.github.liveview4j.examples.benchmark.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command was told.
 *
 * @param form how long and how large
 * @param rounds how often
 * @param only scenarios or groups to run; all where it is empty
 * @param output the folder for the table, the pictures and the lines
 * @param page a page whose table is to be replaced
 * @param isMore whether rounds are added to those in the folder
 * @param isReport whether nothing is measured, and the table is made of what is there
 * @param jvm options of the servers under load
 * @param library arguments of the application with the library
 */
record Options(
        Form form,
        int rounds,
        List<String> only,
        Path output,
        Optional<Path> page,
        boolean isMore,
        boolean isReport,
        List<String> jvm,
        List<String> library) {

    private static final String KNOWN =
            "--form=full|short|smoke --rounds=5 --only=rtt50,rtt500 --output=target/benchmark "
                    + "--page=docs/performance.md --more --report --jvm=-Xmx2g --library=--liveview.some-property=value";

    static Options of(String... args) {
        Form form = Form.FULL;
        int rounds = 0;
        List<String> only = new ArrayList<>();
        Path output = Path.of("target", "benchmark");
        Optional<Path> page = Optional.empty();
        boolean isMore = false;
        boolean isReport = false;
        List<String> jvm = new ArrayList<>();
        List<String> library = new ArrayList<>();
        for (String arg : args) {
            String value = arg.substring(arg.indexOf('=') + 1);
            switch (arg.contains("=") ? arg.substring(0, arg.indexOf('=')) : arg) {
                case "--form" -> form = Form.named(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--only" -> only.addAll(List.of(value.split(",")));
                case "--output" -> output = Path.of(value);
                case "--page" -> page = Optional.of(Path.of(value));
                case "--more" -> isMore = true;
                case "--report" -> isReport = true;
                case "--jvm" -> jvm.add(value);
                case "--library" -> library.add(value);
                default -> throw new IllegalArgumentException("Expected some of " + KNOWN + ", got " + arg);
            }
        }
        return new Options(
                form,
                rounds > 0 ? rounds : form.rounds(),
                List.copyOf(only),
                output,
                page,
                isMore,
                isReport,
                // A fixed heap: how far it would grow is another question than how fast it is.
                jvm.isEmpty() ? List.of("-Xms1g", "-Xmx1g") : List.copyOf(jvm),
                List.copyOf(library));
    }

    boolean isWanted(String group, Scenario scenario) {
        return only.isEmpty() || only.contains(group) || only.contains(scenario.name());
    }
}
