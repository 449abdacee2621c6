package io.github.liveview4j.spring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.context.WebApplicationContext;

/**
 * Hostile frames to a whole application in this process: nothing is thrown, nothing takes long, nothing that was typed is logged,
 * and nothing stays behind.
 *
 * <p>{@code -Dliveview.hostile.frames} says how many, {@code -Dliveview.hostile.seed} which; what was found names its seed.
 */
@SuppressWarnings("SystemOut") // the figures of the long run
@Tag("long")
class HostileFramesTests {

    private static final long FRAMES = Long.getLong("liveview.hostile.frames", 50_000);
    private static final long SEED = Long.getLong("liveview.hostile.seed", 7);
    private static final long LEAK = 24L * 1024 * 1024;

    /** The applications of earlier tests are kept, and their pools may grow meanwhile. */
    private static final int OF_OTHERS = 10;

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = SpringApplication.run(
                HostileApplication.class,
                "--server.port=0",
                "--liveview.page-retention=1ms",
                "--liveview.page-token=optional",
                "--liveview.limits.calls=0",
                "--liveview.limits.frames=0",
                "--logging.level.root=warn");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void framesOfAFixedSeedDoNoHarm() throws Exception {
        check(SEED, FRAMES);
    }

    @Test
    void framesOfASeedThatNobodyHasTriedDoNoHarm() throws Exception {
        check(System.nanoTime(), Math.min(FRAMES, 20_000));
    }

    private static void check(long seed, long count) throws InterruptedException {
        HostileRun run = new HostileRun((WebApplicationContext) application);
        List<String> findings = new ArrayList<>();
        try (LogWatch log = new LogWatch()) {
            run.run(-seed, Math.min(count / 5, 20_000));
            Footprint before = Footprint.now();
            long start = System.nanoTime();
            Thread other = new Thread(() -> run.run(2 * seed + 1, count / 2), "hostile");
            other.start();
            run.run(2 * seed, count - count / 2);
            other.join();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            Footprint after = Footprint.now();
            System.out.printf(
                    "%d hostile frames of seed %d in %d ms, the slowest %d us, %d said again, %d log entries;%n  before %s%n  after  %s%n",
                    count, seed, millis, run.slowestMicros(), run.saidAgain(), log.entries(), before, after);
            findings.addAll(run.findings());
            findings.addAll(log.findings());
            assertThat(findings).as("seed %d", seed).isEmpty();
            assertThat(run.open()).as("sessions and rooms left").isZero();
            assertThat(after.heap() - before.heap())
                    .as("heap, of seed %d", seed)
                    .isLessThan(LEAK);
            assertThat(after.threads()).as("threads").isLessThanOrEqualTo(before.threads() + OF_OTHERS);
            assertThat(after.descriptors()).as("descriptors").isLessThanOrEqualTo(before.descriptors() + 2);
        }
    }
}
