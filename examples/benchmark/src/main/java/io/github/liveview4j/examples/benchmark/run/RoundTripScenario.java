package io.github.liveview4j.examples.benchmark.run;

import io.github.liveview4j.examples.benchmark.load.RoundTrips;
import io.github.liveview4j.examples.benchmark.load.Swarm;

/**
 * Calls of many pages, each of which waits for its answer before the next.
 *
 * @param name its name
 * @param pages how many pages call
 */
record RoundTripScenario(String name, int pages) implements Scenario {

    @Override
    public boolean fits(Setup setup) {
        return true;
    }

    @Override
    public void run(Bed bed, Form form, Recorder recorder) {
        int count = form.pages(pages);
        try (Swarm swarm = bed.swarm(0)) {
            swarm.open(count);
            recorder.add(
                    Figures.ROUND_TRIPS,
                    name,
                    new RoundTrips(swarm, bed.meter(), count).run(form.warm(), form.seconds()),
                    "call");
        }
    }
}
