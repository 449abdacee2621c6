package io.github.liveview4j.spring.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process holds: heap after a collection, threads, and open descriptors where the system tells.
 *
 * @param heap in bytes
 * @param threads alive
 * @param descriptors open, or 0 where the system does not tell
 */
record Footprint(long heap, int threads, int descriptors) {

    static Footprint now() {
        long heap = Long.MAX_VALUE;
        // What is only softly or finally held goes in the second round.
        for (int i = 0; i < 3; i++) {
            System.gc();
            heap = Math.min(
                    heap,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return new Footprint(heap, Thread.activeCount(), openDescriptors());
    }

    private static int openDescriptors() {
        Path folder = Path.of("/proc/self/fd");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(folder)) {
            return (int) open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return heap / 1024 + " KiB of heap, " + threads + " threads, " + descriptors + " descriptors";
    }
}
