package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import io.github.liveview4j.examples.support.ProxiedConnection;
import io.github.liveview4j.examples.support.TcpProxy;
import java.util.List;

/**
 * F6: a tenth of the pages stops reading or reads a byte a second. The others do not notice; the slow ones are let go, and show
 * everything once they are quick again.
 */
public final class SlowClient implements Scenario {

    private static final int PADDING = 16_000;

    private final long addedLimit = Long.getLong("reliability.slow-added", 10);
    private final long worstLimit = Long.getLong("reliability.slow-worst", 250);

    @Override
    public String name() {
        return "F6 slow client";
    }

    @Override
    public Bench.Plan plan() {
        return Bench.Plan.pair(Bench.Plan.Redis.FORGETFUL);
    }

    @Override
    public Report run(Bench bench, Settings settings) {
        bench.useRooms(1);
        int slowCount = Math.max(2, settings.pages() / 10);
        List<SimulatedPage> healthy =
                bench.openPages(settings.pages() - slowCount, PageSettings.of(), bench.balancer());
        TcpProxy way = bench.machines().toNode(0);
        List<SimulatedPage> slow = bench.openPages(slowCount, PageSettings.of(), way::port);
        Latencies before;
        Latencies during;
        try (Publisher publisher = bench.publisher(bench.balancer()).withPadding(PADDING)) {
            publisher.start(settings.rate());
            // The first moments belong to the compiler.
            Condition.pass(settings.duration().dividedBy(4));
            long begin = System.nanoTime();
            Condition.pass(settings.duration());
            long middle = System.nanoTime();
            List<ProxiedConnection> sockets = way.openSockets();
            sockets.subList(0, sockets.size() / 2).forEach(socket -> socket.stall(true));
            sockets.subList(sockets.size() / 2, sockets.size()).forEach(socket -> socket.throttle(1));
            Condition.pass(settings.duration());
            long end = System.nanoTime();
            publisher.stop();
            before = new Latencies(bench.history(), healthy, begin, middle);
            during = new Latencies(bench.history(), healthy, middle, end);
            // They come back as those do whose laptop was closed.
            slow.forEach(SimulatedPage::cut);
        }
        return bench.finish(new Report()
                .figure("slow pages", slowCount)
                .figure("p99 before ms", before.percentile(0.99))
                .figure("p99 during ms", during.percentile(0.99))
                .atMost("p99 added ms", addedLimit, Math.max(0, during.percentile(0.99) - before.percentile(0.99)))
                .atMost("worst ms", worstLimit, during.worst()));
    }
}
