package io.github.liveview4j.examples.benchmark.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the same work has cost the library and the twin, round by round, and what that says. Immutable.
 *
 * <p>The measure is the server's CPU a message and not messages a second: on a machine that others use as well, the second falls with what is
 * left for the server, the first hardly moves.
 *
 * @param scenario what was done
 * @param library CPU a message, one value a round
 * @param twin the same of the twin
 */
record Comparison(String scenario, List<Double> library, List<Double> twin) {

    /** Past it, a machine says nothing: half of the rounds lie further apart than this share of their median. */
    static final double TOO_NOISY = .3;

    /** What a comparison says. */
    enum Verdict {
        HOLDS,
        FELL,
        UNCLEAR
    }

    Comparison {
        library = List.copyOf(library);
        twin = List.copyOf(twin);
    }

    /** Returns how much the twin takes for each unit that the library takes, by the medians: more is better. */
    double ratio() {
        return Spread.of(twin).median() / Spread.of(library).median();
    }

    /** Returns how far the inner half of the rounds' ratios lies apart: one round in which something else ran does not count. */
    double spread() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < library.size(); i++) {
            ratios.add(twin.get(i) / library.get(i));
        }
        ratios.sort(null);
        int quarter = ratios.size() / 4;
        return ratios.get(ratios.size() - 1 - quarter) - ratios.get(quarter);
    }

    /** Judges by a floor, which the ratio has to be below by more than the spread to have fallen. */
    Verdict verdict(double floor) {
        if (spread() > TOO_NOISY * ratio()) {
            return Verdict.UNCLEAR;
        }
        return ratio() + spread() < floor ? Verdict.FELL : Verdict.HOLDS;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: library %.1f, twin %.1f us of CPU a message, ratio %.2f, spread %.2f",
                scenario,
                Spread.of(library).median(),
                Spread.of(twin).median(),
                ratio(),
                spread());
    }
}
