package io.github.liveview4j.examples.reliability.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of a scenario: figures, and what is wrong with them. For one thread. */
public final class Report {

    private final Map<String, String> figures = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    /** Adds a figure. */
    public Report figure(String name, Object value) {
        figures.put(name, String.valueOf(value));
        return this;
    }

    /** Adds a figure that has to be at most so large; a negative one was never reached. */
    public Report atMost(String name, long limit, long value) {
        return figure(name, value).require(value >= 0 && value <= limit, name + " is " + value + ", at most " + limit);
    }

    /** Adds a failure where something does not hold. */
    public Report require(boolean holds, String failure) {
        if (!holds) {
            failures.add(failure);
        }
        return this;
    }

    /** Returns the figures, in order. */
    public Map<String, String> figures() {
        return figures;
    }

    /** Returns what is wrong; nothing where the promise was kept. */
    public List<String> failures() {
        return failures;
    }

    @Override
    public String toString() {
        String all = figures.entrySet().stream()
                .map(figure -> figure.getKey() + " " + figure.getValue())
                .collect(Collectors.joining(", "));
        return failures.isEmpty() ? all : all + "; FAILED: " + String.join("; ", failures);
    }
}
