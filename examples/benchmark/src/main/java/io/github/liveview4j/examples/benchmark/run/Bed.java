package io.github.liveview4j.examples.benchmark.run;

import io.github.liveview4j.examples.benchmark.load.Endpoint;
import io.github.liveview4j.examples.benchmark.load.FanOut;
import io.github.liveview4j.examples.benchmark.load.Meter;
import io.github.liveview4j.examples.benchmark.load.RoundTrips;
import io.github.liveview4j.examples.benchmark.load.Swarm;
import java.util.ArrayList;
import java.util.List;

/** An application that runs, on one node or several. For one thread. */
final class Bed implements AutoCloseable {

    private static final int WARM_PAGES = 50;
    private static final int SLICES = 4;
    private static final double STEADY = .95;
    private static final double DRAIN_SECONDS = 20;

    private final Setup setup;
    private final List<ServerProcess> nodes = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();

    private Bed(Setup setup) {
        this.setup = setup;
    }

    /** Starts it, and does not wait. */
    static Bed start(Setup setup, int redisPort) {
        Bed bed = new Bed(setup);
        for (int i = 0; i < setup.nodes(); i++) {
            bed.nodes.add(ServerProcess.start(setup, redisPort));
        }
        return bed;
    }

    /** Waits until it answers. */
    Bed awaitStarted() {
        for (ServerProcess node : nodes) {
            node.awaitStarted();
            endpoints.add(new Endpoint(node.port(), setup.kind().dialect(node.port())));
        }
        return this;
    }

    /**
     * Has it do its work, so that its JVM has compiled what is measured next: at least so many seconds, and then until a call costs no
     * less than it did before, at most four times as long. How long that takes differs with how much code there is to compile.
     */
    void heat(double seconds) {
        try (Swarm swarm = swarm(0)) {
            swarm.open(WARM_PAGES);
            double slice = seconds / SLICES;
            new FanOut(swarm, meter(), 1, 0, 0).run(0, slice, DRAIN_SECONDS);
            double before = Double.MAX_VALUE;
            double now =
                    new RoundTrips(swarm, meter(), WARM_PAGES).run(0, seconds).serverMicros();
            for (int i = 0; i < 3 * SLICES && now < before * STEADY; i++) {
                before = now;
                now = new RoundTrips(swarm, meter(), WARM_PAGES).run(0, slice).serverMicros();
            }
        }
    }

    Setup setup() {
        return setup;
    }

    List<ServerProcess> nodes() {
        return nodes;
    }

    Swarm swarm(int stalled) {
        return new Swarm(endpoints, stalled);
    }

    Meter meter() {
        return new Meter(nodes.stream().map(ServerProcess::handle).toList());
    }

    @Override
    public void close() {
        nodes.forEach(ServerProcess::close);
    }
}
