package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import io.github.liveview4j.examples.support.ProxiedConnection;
import io.github.liveview4j.examples.support.TcpProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * F12: the connection ends after every number of bytes of a call, and of its reply. The page comes back to the same server, to the
 * other, or to one that it was at before and that remembers it, but not that call. A call runs once at most, and what the page
 * is told of it is true.
 */
public final class CutAroundCall implements Scenario {

    private static final int REQUEST = 200;
    private static final int REPLY = 60;
    private static final int AT_A_TIME = 40;

    private final int step;

    /** Makes one that tries every so manieth byte. */
    public CutAroundCall(int step) {
        this.step = step;
    }

    @Override
    public String name() {
        return "F12 cut around a call";
    }

    @Override
    public Bench.Plan plan() {
        return Bench.Plan.pair(Bench.Plan.Redis.FORGETFUL);
    }

    /** Where the server is that the page comes back to. */
    private enum Return {
        SAME,
        OTHER,
        /** The first of three: the call goes to the second. */
        FIRST
    }

    private record Trial(int bytes, boolean isReply, Return to) {}

    @Override
    public Report run(Bench bench, Settings settings) throws Exception {
        List<Trial> trials = new ArrayList<>();
        for (Return to : Return.values()) {
            for (int bytes = 0; bytes < REQUEST; bytes += step) {
                trials.add(new Trial(bytes, false, to));
            }
            for (int bytes = 0; bytes < REPLY; bytes += step) {
                trials.add(new Trial(bytes, true, to));
            }
        }
        Report report = new Report();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int from = 0; from < trials.size(); from += AT_A_TIME) {
            attempt(bench, trials.subList(from, Math.min(trials.size(), from + AT_A_TIME)), outcomes, report);
        }
        return bench.finish(report.figure("cuts", trials.size()).figure("outcomes", outcomes));
    }

    private static void attempt(Bench bench, List<Trial> trials, Map<String, Integer> outcomes, Report report)
            throws Exception {
        Machines machines = bench.machines();
        PageSettings quick = new PageSettings(List.of(), Duration.ofMillis(50), Duration.ofMillis(500), Duration.ZERO);
        List<TcpProxy> ways = new ArrayList<>();
        List<SimulatedPage> pages = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            TcpProxy way = new TcpProxy(machines.node(i % 2).port());
            ways.add(way);
            pages.addAll(bench.openPages(1, quick, way::port));
        }
        hop(machines, trials, ways, pages);
        String run = Long.toString(System.nanoTime(), 36);
        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            for (ProxiedConnection connection : ways.get(i).openSockets()) {
                if (trial.isReply()) {
                    connection.cutAfterDown(connection.bytesDown() + trial.bytes());
                } else {
                    connection.cutAfterUp(connection.bytesUp() + trial.bytes());
                }
            }
            switch (trial.to()) {
                case SAME -> {}
                case OTHER -> ways.get(i).retarget(machines.node(1 - i % 2).port());
                case FIRST -> ways.get(i).retarget(machines.node(i % 2).port());
            }
            calls.add(pages.get(i).call("run_once", Map.of("key", run + "-" + i)));
        }
        for (int i = 0; i < trials.size(); i++) {
            String outcome = calls.get(i).get(30, TimeUnit.SECONDS);
            int runs = machines.ledger().runs(run + "-" + i);
            outcomes.merge(outcome, 1, Integer::sum);
            boolean isTrue = outcome.equals("ok") ? runs == 1 : outcome.equals("unknown") && runs <= 1;
            report.require(isTrue, trials.get(i) + " was told " + outcome + " and ran " + runs + " times");
        }
        bench.swarm().retire(pages);
        ways.forEach(TcpProxy::close);
    }

    /** Moves the pages that will come back to their first server on to the second, while the first remembers them. */
    private static void hop(Machines machines, List<Trial> trials, List<TcpProxy> ways, List<SimulatedPage> pages) {
        List<SimulatedPage> hopped = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            if (trials.get(i).to() == Return.FIRST) {
                ways.get(i).retarget(machines.node(1 - i % 2).port());
                ways.get(i).openSockets().forEach(ProxiedConnection::cut);
                hopped.add(pages.get(i));
            }
        }
        Condition.require(
                "pages are at their second server",
                Duration.ofSeconds(30),
                () -> hopped.stream().allMatch(page -> page.isConnected() && page.connections() == 2));
    }
}
