package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds out whether calls go on while something else does not. For one thread. */
final class CallProbe {

    private final String run = Long.toString(System.nanoTime(), 36);
    private int calls;
    private int failed;
    private long slowest;

    /** Makes a call of each page, one after the other. */
    void callFrom(List<SimulatedPage> pages) throws InterruptedException {
        for (SimulatedPage page : pages) {
            long start = System.nanoTime();
            try {
                String outcome = page.call("run_once", Map.of("key", run + "-" + calls++))
                        .get(10, TimeUnit.SECONDS);
                failed += outcome.equals("ok") ? 0 : 1;
            } catch (ExecutionException | TimeoutException e) {
                failed++;
            }
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
        }
    }

    void report(Report report, long limit) {
        report.figure("calls", calls).atMost("calls failed", 0, failed).atMost("slowest call ms", limit, slowest);
    }
}
