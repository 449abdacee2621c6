package io.github.liveview4j.examples.benchmark.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Reads what CPU servers, this process and the machine have used. What a server has used is known in steps of 10 ms on Linux, as
 * the kernel counts in ticks. For any thread.
 */
public final class Meter {

    private static final Path MACHINE = Path.of("/proc/stat");
    private static final double TICKS_A_SECOND = 100;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final List<ProcessHandle> servers;

    /** Watches processes that run. */
    public Meter(List<ProcessHandle> servers) {
        this.servers = List.copyOf(servers);
    }

    /** Reads all at once. */
    Reading read() {
        double server = servers.stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(duration -> duration.toNanos() / 1e9)
                .sum();
        return new Reading(System.nanoTime() / 1e9, server, SYSTEM.getProcessCpuTime() / 1e9, machine());
    }

    /** Busy seconds of all cores since the machine was started, or NaN where that is not told. */
    private static double machine() {
        if (!Files.isReadable(MACHINE)) {
            return Double.NaN;
        }
        try {
            String[] numbers =
                    Files.readString(MACHINE).lines().findFirst().orElse("").split(" +");
            double ticks = 0;
            // user, nice, system; idle and waiting for disks are left out; interrupts and what another machine took
            for (int i : new int[] {1, 2, 3, 6, 7, 8}) {
                ticks += Double.parseDouble(numbers[i]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /**
     * Seconds, each since a moment of its own: only differences mean something.
     *
     * @param at the time
     * @param server used by the servers
     * @param generator used by this process
     * @param machine used by everything, or NaN
     */
    record Reading(double at, double server, double generator, double machine) {

        Reading since(Reading before) {
            return new Reading(
                    at - before.at, server - before.server, generator - before.generator, machine - before.machine);
        }
    }
}
