package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import io.github.liveview4j.examples.reliability.history.Publication;
import io.github.liveview4j.examples.reliability.history.Publication.Outcome;
import io.github.liveview4j.examples.support.RedisProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** F5: the Redis cuts every subscriber, and the last message of a burst is sent before they are back: nothing follows it. */
public final class SubscriberCut implements Scenario {

    private static final int BURST = 5;

    @Override
    public String name() {
        return "F5 subscriber cut";
    }

    @Override
    public Bench.Plan plan() {
        return Bench.Plan.pair(Bench.Plan.Redis.FORGETFUL);
    }

    @Override
    public Report run(Bench bench, Settings settings) {
        List<SimulatedPage> pages = bench.openPages(settings.pages(), PageSettings.of(), bench.balancer());
        Balancer balancer = bench.balancer();
        RedisProcess redis = bench.machines().redis();
        long slowest = 0;
        int cuts = 0;
        int gone = 0;
        try (Publisher publisher = bench.publisher(balancer)) {
            long end = System.nanoTime() + settings.duration().toNanos();
            while (System.nanoTime() < end) {
                if (Condition.await(Duration.ofSeconds(5), () -> redis.subscribers() > 0) < 0) {
                    break;
                }
                String room = bench.room(cuts++);
                for (int n = 0; n < BURST; n++) {
                    publisher.publish(room, balancer.getAsInt());
                }
                CompletableFuture<Publication> last = publisher.publish(room, balancer.getAsInt());
                gone += redis.cutSubscribers();
                Publication told = publisher.publish(room, balancer.getAsInt()).join();
                last.join();
                if (told.outcome() == Outcome.SEQUENCED) {
                    long repaired = Condition.await(
                            Duration.ofSeconds(10),
                            () -> pages.stream()
                                    .filter(page -> page.settings().rooms().contains(room))
                                    .allMatch(page -> page.shows(room, told.id())));
                    slowest = repaired < 0 || slowest < 0 ? -1 : Math.max(slowest, repaired);
                }
            }
            publisher.stop();
        }
        return bench.finish(new Report()
                .figure("cuts", cuts)
                .figure("subscribers cut", gone)
                .require(gone >= cuts && cuts > 0, "the servers do not subscribe, or not again")
                .atMost("slowest repair ms", 10_000, slowest));
    }
}
