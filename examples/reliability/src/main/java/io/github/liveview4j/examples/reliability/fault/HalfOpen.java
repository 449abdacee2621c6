package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import io.github.liveview4j.examples.support.ProxiedConnection;
import io.github.liveview4j.examples.support.TcpProxy;
import java.time.Duration;
import java.util.List;

/** F9: the network swallows what both sides send. Both find out, in 2.25 heartbeats and a second. */
public final class HalfOpen implements Scenario {

    private final Duration heartbeat;

    /** Makes one for servers with this heartbeat. */
    public HalfOpen(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    @Override
    public String name() {
        return "F9 half-open";
    }

    @Override
    public Bench.Plan plan() {
        return new Bench.Plan(
                1, Bench.Plan.Redis.NONE, true, List.of("--liveview.heartbeat=" + heartbeat.toMillis() + "ms"));
    }

    @Override
    public Report run(Bench bench, Settings settings) {
        TcpProxy way = bench.machines().toNode(0);
        List<SimulatedPage> pages = bench.openPages(settings.pages(), PageSettings.of(), way::port);
        List<ProxiedConnection> sockets = way.openSockets();
        long began = System.nanoTime();
        sockets.forEach(ProxiedConnection::swallow);
        long limit = (long) (heartbeat.toMillis() * 2.25) + 1_000;
        Duration patience = Duration.ofMillis(limit * 2);
        Condition.await(
                patience, () -> pages.stream().allMatch(page -> page.lostAt() - began > 0 && page.lostAt() != 0));
        Condition.await(patience, () -> sockets.stream().allMatch(socket -> socket.serverEndedAt() != 0));
        long pagesTook = pages.stream()
                .mapToLong(SimulatedPage::lostAt)
                .map(at -> took(began, at))
                .max()
                .orElse(-1);
        long serverTook = sockets.stream()
                .mapToLong(ProxiedConnection::serverEndedAt)
                .map(at -> took(began, at))
                .max()
                .orElse(-1);
        return bench.finish(new Report()
                .figure("sockets", sockets.size())
                .atMost("pages noticed after ms", limit, pagesTook)
                .atMost("server noticed after ms", limit, serverTook));
    }

    /** What never happened took for ever. */
    private static long took(long began, long at) {
        return at == 0 ? Long.MAX_VALUE / 1_000_000 : (at - began) / 1_000_000;
    }
}
