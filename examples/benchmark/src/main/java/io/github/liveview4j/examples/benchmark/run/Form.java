package io.github.liveview4j.examples.benchmark.run;

import java.util.List;

/**
 * How long a run takes and how large it is.
 *
 * @param rounds how often everything is done, unless said otherwise
 * @param heat seconds that a new server gets to be compiled
 * @param warm seconds of each scenario that do not count
 * @param seconds seconds that do
 * @param mostPages the size of a scenario at most
 * @param idle for how many idle pages memory is measured, rising
 * @param growth for how many pages the cost is measured, rising
 */
record Form(
        int rounds, double heat, double warm, double seconds, int mostPages, List<Integer> idle, List<Integer> growth) {

    static final Form FULL =
            new Form(5, 8, 2, 6, 100_000, List.of(1_000, 5_000, 10_000), List.of(100, 1_000, 5_000, 10_000, 15_000));
    static final Form SHORT = new Form(2, 6, 1, 3, 1_000, List.of(1_000, 5_000), List.of(100, 1_000, 5_000));
    static final Form SMOKE = new Form(1, .3, .2, .5, 5, List.of(5), List.of(5, 10));

    static Form named(String name) {
        return switch (name) {
            case "full" -> FULL;
            case "short" -> SHORT;
            case "smoke" -> SMOKE;
            default -> throw new IllegalArgumentException("Expected full, short or smoke as form, got " + name);
        };
    }

    int pages(int wanted) {
        return Math.min(wanted, mostPages);
    }
}
