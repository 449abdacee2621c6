package io.github.liveview4j.examples.benchmark.run;

import io.github.liveview4j.examples.benchmark.load.RoundTrips;
import io.github.liveview4j.examples.benchmark.load.Swarm;

/**
 * Pages that have called once and do nothing more: what does the server hold for each? It has to be a new server, and the numbers rise.
 *
 * @param name its name
 */
record IdleScenario(String name) implements Scenario {

    @Override
    public boolean fits(Setup setup) {
        return setup.kind() != Kind.TWIN_BARE;
    }

    @Override
    public void run(Bed bed, Form form, Recorder recorder) {
        Memory before = Memory.of(bed.nodes());
        try (Swarm swarm = bed.swarm(0)) {
            for (int pages : form.idle()) {
                swarm.open(pages);
                // In turn, so that every page has called at least once: buffers that come with the first message count.
                new RoundTrips(swarm, bed.meter(), Math.min(pages, 50)).once();
                Memory.of(bed.nodes()).record(recorder, Figures.MEMORY, "idle-" + pages, before, pages);
            }
        }
    }
}
