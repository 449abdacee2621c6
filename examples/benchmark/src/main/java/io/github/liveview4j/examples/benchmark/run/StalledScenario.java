package io.github.liveview4j.examples.benchmark.run;

import io.github.liveview4j.examples.benchmark.load.FanOut;
import io.github.liveview4j.examples.benchmark.load.Outcome;
import io.github.liveview4j.examples.benchmark.load.Swarm;

/**
 * Pages that stop to read while 7 KB are sent to all, a hundred times a second: how long do the others wait at worst, and how many
 * threads of the server are stuck with it?
 *
 * @param name its name
 * @param pages how many pages there are
 * @param stalled how many of them stop
 */
record StalledScenario(String name, int pages, int stalled) implements Scenario {

    private static final int PAD_BYTES = 7_000;
    private static final double A_SECOND = 100;
    private static final double DRAIN_SECONDS = 45;

    @Override
    public boolean fits(Setup setup) {
        // The twin takes twenty seconds for each of them, one after the other: ten minutes say no more than the first
        // twenty seconds.
        return setup.kind() == Kind.LIBRARY || setup.kind() == Kind.TWIN_FULL && stalled == 1;
    }

    @Override
    public void run(Bed bed, Form form, Recorder recorder) {
        int count = form.pages(pages);
        int stuck = count < pages ? 1 : stalled;
        // Long enough for the buffers between server and page to be full: some megabytes.
        double seconds = 2 * form.seconds();
        try (Swarm swarm = bed.swarm(stuck);
                ParkedThreads parked = new ParkedThreads(bed.nodes(), seconds / 4)) {
            swarm.open(count);
            Outcome outcome = new FanOut(swarm, bed.meter(), 1, A_SECOND, PAD_BYTES).run(0, seconds, DRAIN_SECONDS);
            recorder.add(Figures.STALLED, name, outcome.latency().maxMillis(), Measured.WORST);
            recorder.add(Figures.STALLED, name, outcome.latency().quantileMillis(.99), Measured.P99);
            recorder.add(Figures.STALLED, name, parked.most(), Measured.THREADS);
            recorder.addFaults(Figures.STALLED, name, outcome);
        }
    }
}
