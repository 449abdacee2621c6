package io.github.liveview4j.examples.benchmark.load;

import java.util.function.Supplier;

/** Pages that connect, say hello and are welcomed. For one thread. */
public final class Connects {

    private final Supplier<Swarm> swarms;
    private final Meter meter;

    /** Prepares runs, each with a swarm of its own. */
    public Connects(Supplier<Swarm> swarms, Meter meter) {
        this.swarms = swarms;
        this.meter = meter;
    }

    /** Opens so many pages, and closes them again. */
    public Outcome run(int pages) {
        try (Swarm swarm = swarms.get()) {
            Meter.Reading start = meter.read();
            swarm.open(pages);
            return Outcome.of(meter.read().since(start), pages, new Histogram(), 0, 0, 0, 0);
        }
    }
}
