package io.github.liveview4j.examples.benchmark.run;

import io.github.liveview4j.examples.benchmark.load.FanOut;
import io.github.liveview4j.examples.benchmark.load.RoundTrips;
import io.github.liveview4j.examples.benchmark.load.Swarm;

/**
 * The cost of a call, of a delivery and of a page with more and more pages on a server. A hundred calls are under way at a time, whatever
 * the number of pages, and all pages call in turn.
 *
 * @param name its name
 */
record GrowthScenario(String name) implements Scenario {

    private static final int CALLS = 100;

    /** Fewer pages are lost in what else a server holds. */
    private static final int ENOUGH = 1_000;

    private static final double DRAIN_SECONDS = 20;

    @Override
    public boolean fits(Setup setup) {
        return setup.kind() != Kind.TWIN_BARE;
    }

    @Override
    public void run(Bed bed, Form form, Recorder recorder) {
        Memory before = Memory.of(bed.nodes());
        try (Swarm swarm = bed.swarm(0)) {
            for (int pages : form.growth()) {
                swarm.open(pages);
                recorder.add(
                        Figures.GROWTH,
                        "call-" + pages,
                        new RoundTrips(swarm, bed.meter(), Math.min(pages, CALLS))
                                .run(form.warm(), form.seconds())
                                .serverMicros(),
                        Measured.CPU_A_CALL);
                recorder.add(
                        Figures.GROWTH,
                        "delivery-" + pages,
                        new FanOut(swarm, bed.meter(), 1, 0, 0)
                                .run(form.warm(), form.seconds(), DRAIN_SECONDS)
                                .serverMicros(),
                        Measured.CPU_A_DELIVERY);
                if (pages >= ENOUGH) {
                    recorder.add(
                            Figures.GROWTH,
                            "page-" + pages,
                            (Memory.of(bed.nodes()).heap() - before.heap()) / pages,
                            Measured.HEAP);
                }
            }
        }
    }
}
