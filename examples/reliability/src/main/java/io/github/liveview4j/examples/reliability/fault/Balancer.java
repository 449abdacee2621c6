package io.github.liveview4j.examples.reliability.fault;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;

/** What stands in front of the nodes: sends each new connection to any of those that are up. For any thread. */
final class Balancer implements IntSupplier {

    private final List<Integer> up;
    private final Random random;

    Balancer(List<Integer> ports, Random random) {
        up = new CopyOnWriteArrayList<>(ports);
        this.random = new Random(random.nextLong());
    }

    void down(int port) {
        up.remove((Integer) port);
    }

    void up(int port) {
        up.add(port);
    }

    @Override
    public synchronized int getAsInt() {
        // Of a copy: it changes meanwhile.
        List<Integer> now = List.copyOf(up);
        return now.get(random.nextInt(now.size()));
    }
}
