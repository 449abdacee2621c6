package io.github.liveview4j.examples.benchmark.run;

import io.github.liveview4j.examples.benchmark.load.Connects;
import io.github.liveview4j.examples.benchmark.load.Outcome;

/**
 * Pages that come all at once, 128 at a time.
 *
 * @param name its name
 * @param pages how many come
 */
record ConnectScenario(String name, int pages) implements Scenario {

    @Override
    public boolean fits(Setup setup) {
        return setup.kind() != Kind.TWIN_BARE && !setup.isRedis();
    }

    @Override
    public void run(Bed bed, Form form, Recorder recorder) {
        Connects connects = new Connects(() -> bed.swarm(0), bed.meter());
        connects.run(form.pages(pages) / 2 + 1);
        Outcome outcome = connects.run(form.pages(pages));
        recorder.add(Figures.CONNECT, name, outcome.rate(), "pages/s");
        recorder.add(Figures.CONNECT, name, outcome.serverMicros(), Measured.CPU_A_PAGE);
    }
}
