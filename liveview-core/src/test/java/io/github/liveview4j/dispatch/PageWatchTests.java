package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HEARTBEAT;
import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.room.RoomFixture.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.session.CloseReason;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looks of the watch, one by one and with time set by hand where it asks; silence is measured by the sessions themselves. */
class PageWatchTests {

    /** So short that whoever is not heard at this moment has been silent for too long. */
    private static final Duration NO_PATIENCE = Duration.ofNanos(1);

    private static final Duration MUCH_PATIENCE = Duration.ofHours(1);

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void nothing() {}

        @LiveViewHandler
        void slow() throws InterruptedException {
            started.countDown();
            mayEnd.await();
        }
    }

    @AfterEach
    void stop() {
        mayEnd.countDown();
        fixture.dispatcher().stop();
    }

    private void look() {
        fixture.dispatcher().watch().look();
    }

    private void looksAfter(Duration time) {
        fixture.passes(time);
        look();
    }

    private static String ping(long seq) {
        return "{\"type\":\"ping\",\"epoch\":\"epoch\",\"seq\":" + seq + "}";
    }

    /** A page that was asked just now. */
    private Browser asked() {
        Browser browser = fixture.page();
        looksAfter(HEARTBEAT.multipliedBy(2));
        assertThat(browser.hears()).hasSize(1);
        return browser;
    }

    @Test
    void asksEveryPageOnceAHeartbeat() {
        Browser browser = asked();
        Browser other = fixture.socket().says(HELLO.replace("page-", "other-"));
        other.hears();

        looksAfter(HEARTBEAT.minusNanos(1));
        assertThat(browser.hears()).isEmpty();
        looksAfter(Duration.ofNanos(1));
        assertThat(browser.hears()).containsExactly(ping(0));
        looksAfter(HEARTBEAT.minusNanos(1));
        assertThat(browser.hears()).isEmpty();
        looksAfter(Duration.ofNanos(1));

        assertThat(browser.hears()).containsExactly(ping(0));
        assertThat(other.hears()).isNotEmpty().containsOnly(ping(0));
    }

    @Test
    void asksAlsoWhoeverTalksAllTheTime() {
        Browser browser = asked();
        looksAfter(HEARTBEAT.minusNanos(1));
        browser.calls(1, "nothing").says("{\"type\":\"ping\"}");
        browser.hears();

        looksAfter(Duration.ofNanos(1));

        assertThat(browser.hears()).containsExactly(ping(0));
    }

    @Test
    void tellsHowFarThePageHasComeAlsoWhereNothingWasForIt() {
        Browser browser = asked();
        fixture.log.append(removal("elsewhere", "#1"));
        fixture.log.append(removal("elsewhere", "#2"));

        looksAfter(HEARTBEAT);

        assertThat(browser.hears()).containsExactly(ping(2));
    }

    @Test
    void asksNobodyWhoHasNotSaidHelloOrSpeaksTheFirstDialect() {
        Browser silent = fixture.socket();
        Browser old = fixture.socket("lobby", null, null);

        looksAfter(HEARTBEAT.multipliedBy(2));

        assertThat(silent.hears()).isEmpty();
        assertThat(old.hears()).isEmpty();
    }

    @Test
    void givesUpWhoeverIsSilent() {
        fixture.beating(NO_PATIENCE);
        Browser browser = fixture.page();

        look();

        await().until(() -> !browser.closes.isEmpty());
        assertThat(browser.closes).containsExactly(CloseReason.SILENT);
        assertThat(CloseReason.SILENT.code()).isEqualTo(4408);
        assertThat(browser.hears()).isEmpty();
        assertThat(fixture.registry.all()).isEmpty();
    }

    @Test
    void givesUpNobodyWhoWasHeardOfInTime() {
        fixture.beating(MUCH_PATIENCE);
        Browser browser = fixture.page();

        looksAfter(MUCH_PATIENCE.multipliedBy(100));

        assertThat(browser.session.isOpen()).isTrue();
    }

    @Test
    void hasPatienceForTwoAndAQuarterHeartbeats() {
        Duration heartbeat = Duration.ofMillis(40);
        fixture.beating(heartbeat);
        Browser browser = fixture.page();
        long heard = System.nanoTime();

        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            look();
            return !browser.session.isOpen();
        });

        // The last sign of life came before the time was taken, by no more than it takes to answer a hello.
        assertThat(Duration.ofNanos(System.nanoTime() - heard)).isGreaterThan(heartbeat.multipliedBy(2));
        assertThat(PageWatch.PATIENCE).isEqualTo(2.2);
    }

    @Test
    void doesNotTakeAPageForDeadWhileACallOfItRuns() throws InterruptedException {
        fixture.beating(NO_PATIENCE);
        Browser browser = fixture.page();
        Thread call = new Thread(() -> browser.calls(1, "slow"));
        call.start();
        started.await();

        look();

        assertThat(browser.session.isOpen()).isTrue();
        mayEnd.countDown();
        call.join();
        look();
        assertThat(browser.session.isOpen()).isFalse();
    }

    @Test
    void leavesPagesOfTheFirstDialectInPeace() {
        fixture.beating(NO_PATIENCE);
        Browser old = fixture.socket("lobby", null, null);

        look();

        assertThat(old.session.isOpen()).isTrue();
    }

    @Test
    void freesOldRoomsAndLostPagesWithoutAnyTraffic() {
        fixture.page().hangsUp();
        fixture.log.append(removal("a", "#1"));
        look();
        assertThat(fixture.dispatcher().pages().size()).isEqualTo(1);
        assertThat(fixture.log.size()).isEqualTo(1);

        looksAfter(Duration.ofMinutes(2).plusNanos(1));

        assertThat(fixture.dispatcher().pages().size()).isZero();
        assertThat(fixture.log.size()).isZero();
    }

    @Test
    void goesOnAfterALookThatFailed() {
        Browser browser = asked();
        fixture.failNextLook();
        try (LogCapture log = new LogCapture(PageWatch.class.getName())) {
            looksAfter(HEARTBEAT);
            assertThat(log.lines()).containsExactly("WARN The pages could not be looked after");
        }

        looksAfter(HEARTBEAT);

        assertThat(browser.hears()).containsExactly(ping(0));
    }

    @Test
    void looksByItselfBetweenStartAndStop() {
        fixture.beating(NO_PATIENCE);
        fixture.dispatcher().start();
        fixture.dispatcher().start();
        Browser first = fixture.page();
        await().until(() -> !first.session.isOpen());

        fixture.dispatcher().stop();
        fixture.dispatcher().stop();
        fixture.dispatcher().start();

        Browser second = fixture.page();
        await().until(() -> !second.session.isOpen());
    }
}
