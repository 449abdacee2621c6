package io.github.liveview4j.examples.benchmark.run;

import java.util.List;

/**
 * Scenarios, and the servers that they are run with.
 *
 * @param name its name, by which it can be chosen
 * @param isTogether whether all servers are up at the same time, and each scenario goes from one to the next at once; else one is
 *     started after the other, as where memory is measured
 * @param needsRedis whether it is left out where there is no Redis
 * @param setups the servers
 * @param scenarios what is done with each
 */
record Group(String name, boolean isTogether, boolean needsRedis, List<Setup> setups, List<Scenario> scenarios) {

    /** Returns the same with what is wanted of it, perhaps nothing. */
    Group wanted(Options options) {
        return new Group(
                name,
                isTogether,
                needsRedis,
                setups,
                scenarios.stream()
                        .filter(scenario -> options.isWanted(name, scenario))
                        .toList());
    }
}
