package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import io.github.liveview4j.examples.support.ProxiedConnection;
import io.github.liveview4j.examples.support.TcpProxy;
import java.util.List;

/** F8: pages come back at the other server while the first one still believes in their old connections. */
public final class MovedClient implements Scenario {

    @Override
    public String name() {
        return "F8 moved client";
    }

    @Override
    public Bench.Plan plan() {
        return Bench.Plan.pair(Bench.Plan.Redis.FORGETFUL);
    }

    @Override
    public Report run(Bench bench, Settings settings) {
        Machines machines = bench.machines();
        List<TcpProxy> ways = List.of(machines.toNode(0), machines.toNode(1));
        Balancer balancer = new Balancer(ways.stream().map(TcpProxy::port).toList(), bench.random());
        List<SimulatedPage> pages = bench.openPages(settings.pages(), PageSettings.of(), balancer);
        int moves = 0;
        try (Publisher publisher = bench.publisher(bench.balancer())) {
            publisher.start(settings.rate());
            long end = System.nanoTime() + settings.duration().toNanos();
            while (System.nanoTime() < end) {
                TcpProxy from = ways.get(moves % 2);
                balancer.down(from.port());
                List<ProxiedConnection> left = from.open();
                left.forEach(ProxiedConnection::swallow);
                pages.forEach(SimulatedPage::cut);
                Condition.pass(settings.duration().dividedBy(6));
                balancer.up(from.port());
                moves++;
            }
            publisher.stop();
        }
        Report report = bench.finish(new Report().figure("moves", moves));
        ways.forEach(TcpProxy::cut);
        return report;
    }
}
