package io.github.liveview4j.examples.benchmark.run;

import io.github.liveview4j.examples.benchmark.load.FanOut;
import io.github.liveview4j.examples.benchmark.load.Swarm;

/**
 * A note from one page to all. How templates are rendered makes no difference here, which is why there is no bare twin.
 *
 * @param name its name
 * @param pages how many pages get it
 * @param padBytes how much is in it, beside the template's own
 * @param inFlight how many are under way at a time
 */
record BroadcastScenario(String name, int pages, int padBytes, int inFlight) implements Scenario {

    private static final double DRAIN_SECONDS = 20;

    @Override
    public boolean fits(Setup setup) {
        return setup.kind() != Kind.TWIN_BARE;
    }

    @Override
    public void run(Bed bed, Form form, Recorder recorder) {
        try (Swarm swarm = bed.swarm(0)) {
            swarm.open(form.pages(pages));
            recorder.add(
                    Figures.BROADCAST,
                    bed.setup().isRedis() ? name + "-redis" : name,
                    new FanOut(swarm, bed.meter(), inFlight, 0, padBytes)
                            .run(form.warm(), form.seconds(), DRAIN_SECONDS),
                    "delivery");
        }
    }
}
