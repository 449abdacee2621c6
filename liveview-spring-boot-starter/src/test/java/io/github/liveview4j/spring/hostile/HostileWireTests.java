package io.github.liveview4j.spring.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Hostile bytes over TCP to a server in this process: nothing fails in the log, no thread of the server is held, and everything is
 * given back.
 *
 * <p>{@code -Dliveview.hostile.wire} says how many frames, {@code -Dliveview.hostile.seed} which.
 */
@SuppressWarnings("SystemOut") // the figures of the long run
@Tag("long")
class HostileWireTests {

    private static final long FRAMES = Long.getLong("liveview.hostile.wire", 10_000);
    private static final long SEED = Long.getLong("liveview.hostile.seed", 7);
    private static final int WARM_UP = 5_000;
    private static final int CLIENTS = 4;
    private static final long LEAK = 24L * 1024 * 1024;

    @Test
    void bytesOfAFixedSeedDoNoHarmAtTheUsualSettings() throws Exception {
        check(SEED, FRAMES, false);
    }

    @Test
    void bytesDoNoHarmWhereCompressionIsAgreedTo() throws Exception {
        check(SEED + 1, FRAMES / 3, true);
    }

    @Test
    void bytesOfASeedThatNobodyHasTriedDoNoHarm() throws Exception {
        check(System.nanoTime(), Math.min(FRAMES, 5_000), false);
    }

    private static void check(long seed, long count, boolean deflate) throws Exception {
        try (HostileServer server = new HostileServer("--liveview.compression=" + deflate);
                LogWatch log = new LogWatch()) {
            run(server, -seed, WARM_UP, deflate);
            settle(server);
            server.isWarm();
            Footprint before = Footprint.now();
            long start = System.nanoTime();
            long sockets = run(server, seed, count, deflate);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            assertThatAPageWorks(server);
            settle(server);
            Footprint after = Footprint.now();
            System.out.printf(
                    "%d hostile frames of seed %d on %d sockets in %d ms, compression %s, %d tasks of the server, the longest %d us;%n"
                            + "  before %s%n  after  %s%n",
                    count, seed, sockets, millis, deflate, server.tasks(), server.longestMicros(), before, after);
            List<String> findings = new ArrayList<>(log.findings());
            findings.addAll(server.slow());
            assertThat(findings).as("seed %d", seed).isEmpty();
            assertThat(after.heap() - before.heap())
                    .as("heap, of seed %d", seed)
                    .isLessThan(LEAK);
            assertThat(after.threads()).as("threads").isLessThanOrEqualTo(before.threads() + 4);
            assertThat(after.descriptors()).as("descriptors").isLessThanOrEqualTo(before.descriptors() + 4);
        }
    }

    private static long run(HostileServer server, long seed, long count, boolean deflate) throws InterruptedException {
        AtomicLong left = new AtomicLong(count);
        AtomicLong sockets = new AtomicLong();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(
                    new WireRun(server.port(), CLIENTS * seed + i, left, sockets, deflate), "hostile-client-" + i);
            client.start();
            clients.add(client);
        }
        for (Thread client : clients) {
            client.join();
        }
        return sockets.get();
    }

    /** Until the server has taken note that everybody has gone. */
    private static void settle(HostileServer server) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(server.sessions().size()).as("sessions").isZero();
            assertThat(server.sessions().roomCount()).as("rooms").isZero();
            assertThat(server.isAtRest()).as("threads at rest").isTrue();
        });
    }

    private static void assertThatAPageWorks(HostileServer server) throws IOException {
        try (WireSocket page = WireSocket.page(server.port())) {
            page.say(WireBytes.text("{\"type\":\"hello\",\"page\":\"a-sound-page-0123456789\"}"));
            assertThat(page.next()).contains("welcome");
            page.say(
                    WireBytes.text("{\"type\":\"call\",\"id\":1,\"function\":\"bean\",\"form\":[[\"nick\",\"Ana\"]]}"));
            assertThat(page.next()).contains("0 Ana");
        }
    }
}
