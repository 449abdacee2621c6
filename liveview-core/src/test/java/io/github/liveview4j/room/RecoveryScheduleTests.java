package io.github.liveview4j.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Pages that lose their connection at any moment and come back to any node, behind or ahead of the one they left: schedules
 * made up from a seed, against the real log.
 *
 * <p>{@code -Dliveview.schedules=1000} plays more of them, {@code -Dliveview.schedule=42} the one of a seed.
 */
class RecoveryScheduleTests {

    private static final int SCHEDULES = Integer.getInteger("liveview.schedules", 40);
    private static final Integer ONE = Integer.getInteger("liveview.schedule");
    private static final int PAGES = 12;
    private static final int ROOMS = 6;
    private static final int STEPS = Integer.getInteger("liveview.schedule-steps", 1_500);

    private long updates;
    private long resyncs;
    private long holes;

    @Test
    void nothingIsLostDoubledOrReorderedAndNoHoleIsSilent() {
        List<String> faults = new ArrayList<>();
        for (int seed = ONE == null ? 0 : ONE; seed < (ONE == null ? SCHEDULES : ONE + 1); seed++) {
            for (String fault : play(seed)) {
                faults.add("-Dliveview.schedule=" + seed + " " + fault);
            }
        }
        System.getLogger(getClass().getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} schedules, {1} deliveries, {2} resyncs, {3} holes asked about",
                        SCHEDULES,
                        updates,
                        resyncs,
                        holes);

        assertThat(faults).isEmpty();
        assertThat(updates).isPositive();
        assertThat(resyncs).isPositive();
        assertThat(holes)
                .as("a range that looks like a hole where nothing is missing")
                .isZero();
    }

    private List<String> play(int seed) {
        Random random = new Random(seed);
        // Little is kept, so that some come back too late.
        HistoryLimits limits = new HistoryLimits(Duration.ofSeconds(120), 12, 1024 * 1024, 400_000, 256 * 1024);
        SimulatedCluster cluster = new SimulatedCluster(1 + random.nextInt(3), limits);
        List<SimulatedPage> pages = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            pages.add(new SimulatedPage(cluster, followed(random), random));
        }
        for (int step = 0; step < STEPS; step++) {
            step(cluster, pages, random);
        }
        settle(cluster, pages);
        List<String> faults = new ArrayList<>();
        for (SimulatedPage page : pages) {
            page.verify();
            faults.addAll(page.faults());
            updates += page.updates();
            resyncs += page.resyncs();
            holes += page.holes();
        }
        return faults;
    }

    private static Set<String> followed(Random random) {
        return random.nextBoolean() ? Set.of("*", room(random)) : Set.of("*", room(random), "quiet");
    }

    private static String room(Random random) {
        return "r" + random.nextInt(ROOMS);
    }

    private static void step(SimulatedCluster cluster, List<SimulatedPage> pages, Random random) {
        switch (random.nextInt(100)) {
            case 0 -> cluster.say("*");
            case 1 -> {
                if (random.nextInt(4) == 0) {
                    cluster.say("quiet");
                }
            }
            case 2, 3, 4 -> cluster.pass(Duration.ofSeconds(random.nextInt(60)));
            case 5, 6, 7 -> cluster.nodes().forEach(SimulatedCluster.Node::expire);
            case 8 -> {
                if (random.nextInt(40) == 0) {
                    cluster.loseHistory();
                }
            }
            // Rooms that nobody follows are forgotten, which must not look like a hole in those that are.
            case 9, 10 -> cluster.say("once" + random.nextInt(1_000_000));
            default -> cluster.say(room(random));
        }
        cluster.nodes().get(random.nextInt(cluster.nodes().size())).read(random.nextInt(8));
        SimulatedPage page = pages.get(random.nextInt(pages.size()));
        if (!page.isConnected()) {
            page.connect();
        } else if (random.nextInt(12) == 0) {
            page.cut(random.nextBoolean());
        }
        pages.forEach(each -> each.receive(random.nextInt(4)));
    }

    private static void settle(SimulatedCluster cluster, List<SimulatedPage> pages) {
        cluster.nodes().forEach(node -> node.read(Integer.MAX_VALUE));
        for (SimulatedPage page : pages) {
            do {
                if (!page.isConnected()) {
                    page.connect();
                }
                page.receive(10);
            } while (!page.isDone());
        }
    }
}
