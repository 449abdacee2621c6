package io.github.liveview4j.examples.reliability.fault;

/** A row of the fault table: does something to a {@link Bench}, and returns figures. */
public interface Scenario {

    /** Returns the row and what is done, such as {@code F1 node killed}. */
    String name();

    /** Tells what it needs of the bench. */
    Bench.Plan plan();

    /** Does it, on a bench of that plan. */
    Report run(Bench bench, Settings settings) throws Exception;
}
