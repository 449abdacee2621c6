package io.github.liveview4j.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.TestWire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that come, go and ask again while several threads publish: each hears what is for it once and in order. */
class RoomLogStressTests {

    private static final List<String> ROOMS = List.of("a", "b", "c", "d");
    private static final int PUBLISHERS = 2;
    private static final int UPDATES = 5_000;
    private static final int TOTAL = PUBLISHERS * UPDATES;
    private static final int PAGES = 12;

    private final long seed = Long.getLong("liveview.seed", System.nanoTime());
    private final SessionFixture fixture = new SessionFixture();
    private final ExecutorService lane = Executors.newSingleThreadExecutor();
    private final RoomDelivery direct = new DirectDelivery();

    /** What was said, in the log's order: written under its lock. */
    private final List<RoomUpdate> said = new ArrayList<>();

    private final AtomicInteger publishing = new AtomicInteger(PUBLISHERS);

    @AfterEach
    void stop() {
        lane.shutdownNow();
        fixture.close();
    }

    /** Delivers at once, or some time later and still in order, as a lane with a thread of its own does. */
    private RoomLog log(boolean later) {
        RoomDelivery delivery = (audience, parcel) -> {
            said.add((RoomUpdate) parcel);
            if (later) {
                lane.execute(() -> direct.deliver(audience, parcel));
            } else {
                direct.deliver(audience, parcel);
            }
        };
        HistoryLimits limits = new HistoryLimits(Duration.ofMinutes(2), TOTAL, 1 << 30, 1L << 40, 1 << 30);
        RoomLog log = RoomFixture.log(fixture.registry, delivery, limits, System::nanoTime);
        // Nothing is delivered to nobody.
        log.enter(fixture.open("address", new TestWire()), () -> Set.copyOf(ROOMS), null, true, LogFixture::greeting);
        return log;
    }

    private void publish(RoomLog log, Random random) {
        for (int i = 0; i < UPDATES; i++) {
            log.append(RoomFixture.removal(ROOMS.get(random.nextInt(ROOMS.size())), "#x"));
            if (i % 500 == 0) {
                log.expire();
                Thread.yield();
            }
        }
        publishing.decrementAndGet();
    }

    private void surf(RoomLog log, StressPage page, Random random) {
        while (publishing.get() > 0) {
            LiveViewSession session = page.connects(fixture);
            page.saysHello(log, session);
            for (int i = random.nextInt(4); i > 0; i--) {
                Thread.yield();
                page.saysHello(log, session);
            }
            if (random.nextBoolean()) {
                page.losesItsConnection();
                for (int i = random.nextInt(20); i > 0; i--) {
                    Thread.yield();
                }
            }
        }
        // Whatever state it is in, it comes back once more.
        page.saysHello(log, page.connects(fixture));
    }

    @ParameterizedTest(name = "delivered later: {0}")
    @ValueSource(booleans = {false, true})
    void nothingIsLostDoubledOrOutOfOrder(boolean later) throws InterruptedException {
        System.out.println("RoomLogStressTests: -Dliveview.seed=" + seed);
        RoomLog log = log(later);
        List<StressPage> pages = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            Random random = new Random(seed + i);
            StressPage page = new StressPage(Set.of(ROOMS.get(i % 4), ROOMS.get((i + 1) % 4)));
            pages.add(page);
            threads.add(new Thread(() -> surf(log, page, random)));
        }
        for (int i = 0; i < PUBLISHERS; i++) {
            Random random = new Random(seed - 1 - i);
            threads.add(new Thread(() -> publish(log, random)));
        }
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((dead, failure) -> failures.add(failure)));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        lane.shutdown();
        assertThat(lane.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(failures).isEmpty();
        assertThat(said)
                .extracting(RoomUpdate::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, TOTAL).boxed().toList());
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.mistakes()).isEmpty();
            assertThat(page.applied()).isEqualTo(saidIn(page.rooms()));
        });
    }

    private List<Long> saidIn(Set<String> rooms) {
        return said.stream()
                .filter(update -> rooms.contains(update.room()))
                .map(RoomUpdate::seq)
                .toList();
    }
}
