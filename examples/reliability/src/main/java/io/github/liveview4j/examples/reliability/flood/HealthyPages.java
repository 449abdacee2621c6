package io.github.liveview4j.examples.reliability.flood;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Ordinary pages, each of which makes a call every 100 ms and notes how long its answer took. For one thread. */
final class HealthyPages implements AutoCloseable {

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    HealthyPages(int port, int count) {
        for (int i = 0; i < count; i++) {
            String from = "198.51.100." + (i + 1);
            Thread thread = new Thread(() -> live(port, from), "healthy-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    private void live(int port, String from) {
        try (PlainSocket socket = new PlainSocket(port, "/ws/liveview/" + UUID.randomUUID(), from)) {
            socket.text("{\"type\":\"hello\",\"page\":\"" + UUID.randomUUID() + "\"}");
            await(socket, "welcome");
            long due = System.nanoTime();
            for (int id = 1; !ended; id++) {
                due += INTERVAL;
                LockSupport.parkNanos(due - System.nanoTime());
                // From when it was due: a page that could not make its calls in time has waited too.
                long start = Math.max(due, System.nanoTime() - TimeUnit.SECONDS.toNanos(30));
                socket.text("{\"type\":\"call\",\"id\":" + id + ",\"function\":\"answer\",\"done\":" + (id - 1) + "}");
                await(socket, "\"id\":" + id + ",\"updates\"");
                times.add(System.nanoTime() - start);
            }
        } catch (IOException e) {
            if (!ended) {
                failures.incrementAndGet();
            }
        }
    }

    private static void await(PlainSocket socket, String expected) throws IOException {
        String frame = socket.read();
        while (!frame.contains(expected)) {
            if (frame.startsWith("close") || frame.contains("\"error\"")) {
                throw new IOException(frame);
            }
            if (frame.contains("\"ping\"")) {
                socket.text("{\"type\":\"pong\"}");
            }
            frame = socket.read();
        }
    }

    /**
     * What became of the calls of a while.
     *
     * @param p50 in microseconds, as the others
     * @param calls how many were answered
     */
    record Times(long p50, long p99, long worst, int calls) {

        @Override
        public String toString() {
            return String.format("%.1f / %.1f / %.1f ms", p50 / 1e3, p99 / 1e3, worst / 1e3);
        }
    }

    /** Lets a while go by, and returns what became of the calls in it. */
    Times during(Runnable something) {
        ConcurrentLinkedQueue<Long> mine = new ConcurrentLinkedQueue<>();
        times = mine;
        something.run();
        times = new ConcurrentLinkedQueue<>();
        long[] sorted = mine.stream().mapToLong(nanos -> nanos / 1_000).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("No page was answered");
        }
        return new Times(
                sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], sorted[sorted.length - 1], sorted.length);
    }

    /** Returns how many pages lost their connection or were refused a call. */
    int failures() {
        return failures.get();
    }

    @Override
    public void close() {
        ended = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
