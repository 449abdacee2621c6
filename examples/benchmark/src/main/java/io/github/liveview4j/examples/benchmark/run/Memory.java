package io.github.liveview4j.examples.benchmark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What servers hold, in KB of 1,000 bytes, after a full collection.
 *
 * @param rss what the system has given their processes
 * @param heap objects that are alive
 */
record Memory(double rss, double heap) {

    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+)");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    static Memory of(List<ServerProcess> nodes) {
        double rss = 0;
        double heap = 0;
        for (ServerProcess node : nodes) {
            // Twice: what the first one finds to be finalised or cleaned goes with the second.
            node.jcmd("GC.run");
            Matcher total = TOTAL.matcher(node.jcmd("GC.class_histogram"));
            heap += total.find() ? Long.parseLong(total.group(1)) / 1e3 : Double.NaN;
            rss += rss(node.handle().pid());
        }
        return new Memory(rss, heap);
    }

    private static double rss(long pid) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        try {
            if (Files.isReadable(status)) {
                Matcher kib = RSS.matcher(Files.readString(status));
                return kib.find() ? Long.parseLong(kib.group(1)) * 1.024 : Double.NaN;
            }
            String kib = Programs.output(List.of("ps", "-o", "rss=", "-p", String.valueOf(pid)));
            return Long.parseLong(kib.trim()) * 1.024;
        } catch (IOException | RuntimeException e) {
            return Double.NaN;
        }
    }

    /** Records what each of some pages has added. */
    void record(Recorder recorder, String figure, String scenario, Memory before, int pages) {
        recorder.add(figure, scenario, (rss - before.rss) / pages, Measured.RSS);
        recorder.add(figure, scenario, (heap - before.heap) / pages, Measured.HEAP);
    }
}
