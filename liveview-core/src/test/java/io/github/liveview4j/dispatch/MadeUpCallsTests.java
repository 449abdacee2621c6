package io.github.liveview4j.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.limit.Peer;
import io.github.liveview4j.limit.Rate;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A million calls of which nothing was there before: {@code -Dliveview.made-up-calls=10000000} for more. */
@Tag("long")
class MadeUpCallsTests {

    private static final Logger log = LoggerFactory.getLogger(MadeUpCallsTests.class);
    private static final int CALLS = Integer.getInteger("liveview.made-up-calls", 1_000_000);
    private static final int CALLS_OF_A_PAGE = 100;

    /** What the code takes that runs for the first time, once. */
    private static final int WARM = 100_000;

    /** What a JVM moves by without anybody's calls: two bytes for each of a million, less than a reference. */
    private static final long NOISE = 2_000_000;

    private final Random random = new Random(20261126);
    private int made;

    @SuppressWarnings("unused") // called by name
    private static final class Handlers {

        @LiveViewHandler
        void work(LiveViewContent content) {}

        @LiveViewHandler
        void fail(LiveViewContent content) {
            throw new IllegalStateException("nobody can do this");
        }
    }

    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers())
            .behind(new Doors(
                    handshake -> true,
                    new PageLimits(new Rate(30, 60), 10, 500, new Rate(300, 1000), Duration.ofSeconds(10)),
                    false));

    @BeforeEach
    void start() {
        fixture.sessions.start();
    }

    @AfterEach
    void stop() {
        fixture.sessions.close();
    }

    private String word() {
        return "made_up_" + Long.toString(random.nextLong() >>> 1, 36);
    }

    /** One in four is a handler that is there; of the others each has another name. */
    private String call(int id, String form) {
        String function = random.nextInt(4) > 0 ? word() : random.nextBoolean() ? "work" : "fail";
        return "{\"type\":\"call\",\"id\":" + (random.nextInt(8) > 0 ? id : random.nextLong()) + ",\"function\":\""
                + function + "\",\"lang\":\"" + word().substring(0, 12) + "\",\"data\":{\"" + word() + "\":\"" + word()
                + "\"},\"form\":" + form + ",\"untouched\":[\"" + word() + "\"]}";
    }

    private String frame(int id) {
        return random.nextInt(8) > 0
                ? call(id, "[[\"" + word() + "\",\"" + word() + "\"]]")
                : "{\"type\":\"" + word() + "\",\"" + word() + "\":" + id + "}";
    }

    private static Peer peer(int page) {
        return new Peer(page % 2 == 0 ? "session-" + page : null, "203.0.113." + page % 250);
    }

    /** What nobody signed: it is refused, and the page comes in all the same. */
    private String hello() {
        return "{\"type\":\"hello\",\"page\":\"page-" + UUID.randomUUID() + "\",\"lang\":\"" + word()
                + "\",\"token\":\"" + word() + "\",\"node\":\"" + word() + "\",\"rooms\":{\"" + word() + "\":\""
                + word() + "\"}}";
    }

    /** One of the first dialect in four, whose form is an object. Nobody hears what the page is told. */
    private void page() {
        int number = made / CALLS_OF_A_PAGE;
        boolean isFirst = number % 4 == 0;
        Browser browser = isFirst
                ? fixture.socket(UUID.randomUUID().toString(), null, word())
                : fixture.in(UUID.randomUUID().toString(), peer(number));
        browser.says(hello());
        for (int i = 1; i <= CALLS_OF_A_PAGE; i++) {
            browser.says(isFirst ? call(i, "{\"" + word() + "\":\"" + word() + "\"}") : frame(i));
            made++;
        }
        browser.hangsUp();
        fixture.passes(Duration.ofMillis(100));
    }

    private void calls(int count) {
        for (int end = made + count; made < end; ) {
            try (LogCapture quiet = new LogCapture("io.github.liveview4j")) {
                page();
            }
        }
        // What is kept for pages that might come back goes by itself.
        fixture.passes(Duration.ofMinutes(3));
        fixture.dispatcher().watch().look();
    }

    @Test
    void leaveNothing() {
        calls(WARM);
        long heap = heap();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long start = System.nanoTime();

        calls(CALLS);

        long grown = heap() - heap;
        log.info("{} calls in {} ms, {} bytes more", CALLS, (System.nanoTime() - start) / 1_000_000, grown);
        assertThat(grown).isLessThan(NOISE);
        assertThat(fixture.registry.size()).isZero();
        assertThat(fixture.registry.roomCount()).isZero();
        assertThat(fixture.log.size()).isZero();
        assertThat(fixture.dispatcher().pages().size()).isZero();
        assertThat(fixture.dispatcher().pages().lostBytes()).isZero();
        assertThat(fixture.dispatcher().budgets().size()).isZero();
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThanOrEqualTo(threads + 2);
    }

    /** Returns how much is in use after everything that can go has gone. */
    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
