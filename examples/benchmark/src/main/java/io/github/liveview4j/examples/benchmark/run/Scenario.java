package io.github.liveview4j.examples.benchmark.run;

/** Something that is done with a server and measured. */
interface Scenario {

    /** Returns its name, by which it can be chosen. */
    String name();

    /** Returns whether it says anything about such a server. */
    boolean fits(Setup setup);

    /** Does it. */
    void run(Bed bed, Form form, Recorder recorder);
}
