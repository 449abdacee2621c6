package io.github.liveview4j.examples.benchmark.run;

import io.github.liveview4j.examples.benchmark.load.Outcome;
import java.util.Locale;

/**
 * Where the values of one server in one round go: into the file of lines, and onto the console. For one thread.
 *
 * @param lines the file
 * @param server what lines call the server
 * @param round which round it is
 */
record Recorder(Lines lines, String server, int round) {

    void add(String figure, String scenario, double value, String unit) {
        if (!Double.isNaN(value)) {
            lines.add(new Line(figure, scenario, server, Math.round(value * 1000) / 1000d, unit, round));
            System.out.printf(Locale.ROOT, "%2d  %-24s %-18s %12.2f %s%n", round, scenario, server, value, unit);
        }
    }

    /** Adds what came of a run, each message of which is a call or a delivery. */
    void add(String figure, String scenario, Outcome outcome, String message) {
        add(figure, scenario, outcome.rate(), plural(message) + "/s");
        add(figure, scenario, outcome.serverMicros(), "µs CPU/" + message);
        add(figure, scenario, outcome.latency().quantileMillis(.5), Measured.P50);
        add(figure, scenario, outcome.latency().quantileMillis(.99), Measured.P99);
        add(figure, scenario, outcome.latency().maxMillis(), Measured.WORST);
        add(figure, scenario, outcome.generatorMicros(), Measured.GENERATOR);
        add(figure, scenario, outcome.restCores(), Measured.REST);
        addFaults(figure, scenario, outcome);
    }

    void addFaults(String figure, String scenario, Outcome outcome) {
        addFault(figure, scenario, outcome.lost(), "lost");
        addFault(figure, scenario, outcome.doubled(), "doubled");
        addFault(figure, scenario, outcome.disordered(), "out of order");
        addFault(figure, scenario, outcome.failed(), "failed");
    }

    private void addFault(String figure, String scenario, long count, String unit) {
        if (count != 0) {
            add(figure, scenario, count, unit);
        }
    }

    private static String plural(String message) {
        return message.endsWith("y") ? message.substring(0, message.length() - 1) + "ies" : message + "s";
    }
}
