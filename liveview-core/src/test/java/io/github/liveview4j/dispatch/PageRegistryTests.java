package io.github.liveview4j.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.limit.Peer;
import io.github.liveview4j.room.Bearer;
import io.github.liveview4j.session.LiveViewSession;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageRegistryTests {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final PageRegistry pages = new PageRegistry(PageSettings.RETENTION, 500, nanos::get);
    private final DispatcherFixture fixture = new DispatcherFixture();

    private LiveViewSession session() {
        return fixture.session("lobby", null);
    }

    private void passJustOverTwoMinutes() {
        nanos.addAndGet(PageSettings.RETENTION.toNanos() + 1);
    }

    @Test
    void makesAPageForAnIdItDoesNotKnow() {
        LiveViewSession session = session();

        PageRegistry.Entrance entrance = pages.enter("a", session, null);

        assertThat(entrance.resumed()).isFalse();
        assertThat(entrance.page().id()).isEqualTo("a");
        assertThat(entrance.page().session()).isSameAs(session);
        assertThat(pages.size()).isEqualTo(1);
    }

    @Test
    void attachesTheNextSocketToThePage() {
        Page page = pages.enter("a", session(), null).page();
        LiveViewSession next = session();

        PageRegistry.Entrance entrance = pages.enter("a", next, null);

        assertThat(entrance.resumed()).isTrue();
        assertThat(entrance.page()).isSameAs(page);
        assertThat(page.session()).isSameAs(next);
    }

    @Test
    void keepsApartWhatIsSomebodyElses() {
        Page page = pages.enter("a", fixture.session("lobby", "ana"), null).page();

        PageRegistry.Entrance other = pages.enter("a", fixture.session("lobby", "bob"), null);

        assertThat(other.resumed()).isFalse();
        assertThat(other.page()).isNotSameAs(page);
        assertThat(pages.size()).isEqualTo(1);
    }

    /** As where an application signs in by hand: a sign-out ends the session, and the next one sits at the same tab. */
    @Test
    void aPageOfNobodyIsNotContinuedByAnotherHttpSession() {
        Page page = pages.enter("a", inSession("ONE"), null).page();
        assertThat(pages.enter("a", inSession("ONE"), null).page()).isSameAs(page);

        assertThat(pages.enter("a", inSession("TWO"), null).resumed()).isFalse();
        assertThat(pages.enter("a", session(), null).resumed()).isFalse();
    }

    @Test
    void aPageThatHadNoHttpSessionIsContinuedInItsFirst() {
        Page page = pages.enter("a", session(), null).page();

        assertThat(pages.enter("a", inSession("ONE"), null).page()).isSameAs(page);
    }

    @Test
    void aPageOfSomebodyWhoKeepsNoCookiesIsContinuedThoughEachConnectionMakesASession() {
        Page page = pages.enter("a", inNewSession("ONE"), null).page();

        assertThat(pages.enter("a", inNewSession("TWO"), null).page()).isSameAs(page);
        assertThat(pages.enter("a", inSession("THREE"), null).resumed()).isFalse();
        assertThat(pages.enter("a", inNewSession("FOUR"), null).resumed()).isFalse();
    }

    private LiveViewSession inNewSession(String id) {
        return fixture.socket("lobby", "liveview.v2", null, new Bearer.Session(id, 0, true)).session;
    }

    @Test
    void whoSignsInAgainContinuesTheirPage() {
        Page page = pages.enter("a", of("ana", "ONE"), null).page();

        assertThat(pages.enter("a", of("ana", "TWO"), null).page()).isSameAs(page);
    }

    private LiveViewSession inSession(String id) {
        return of(null, id);
    }

    private LiveViewSession of(@Nullable String user, String session) {
        return fixture.socket("lobby", "liveview.v2", user, new Bearer.Session(session, 0)).session;
    }

    @Test
    void doesNotForgetSomebodyElsesPageOfTheSameId() {
        LiveViewSession ana = fixture.session("lobby", "ana");
        LiveViewSession bob = fixture.session("lobby", "bob");
        Page anas = pages.enter("a", ana, null).page();
        Page bobs = pages.enter("a", bob, null).page();

        pages.leave(anas, ana);
        passJustOverTwoMinutes();

        assertThat(pages.enter("a", fixture.session("lobby", "bob"), null).page())
                .isSameAs(bobs);
    }

    @Test
    void forgetsALostPageAfterAWhileAlsoWhenTheClockWrapsAround() {
        LiveViewSession session = session();
        pages.leave(pages.enter("a", session, null).page(), session);
        nanos.addAndGet(PageSettings.RETENTION.toNanos());
        pages.forgetExpired();
        assertThat(pages.size()).isEqualTo(1);

        nanos.incrementAndGet();
        pages.forgetExpired();

        assertThat(pages.size()).isZero();
    }

    @Test
    void keepsAPageThatCameBackHoweverLongAgoItWasLost() {
        LiveViewSession first = session();
        Page page = pages.enter("a", first, null).page();
        pages.leave(page, first);
        pages.enter("a", session(), null);
        passJustOverTwoMinutes();

        assertThat(pages.enter("a", session(), null).page()).isSameAs(page);
    }

    @Test
    void keepsAPageWhoseFirstSocketIsReportedLostAfterItCameBack() {
        LiveViewSession first = session();
        Page page = pages.enter("a", first, null).page();
        pages.enter("a", session(), null);
        pages.leave(page, first);
        passJustOverTwoMinutes();

        assertThat(pages.enter("a", session(), null).resumed()).isTrue();
    }

    @Test
    void countsTheTimeFromTheLastLoss() {
        LiveViewSession first = session();
        LiveViewSession second = session();
        Page page = pages.enter("a", first, null).page();
        pages.leave(page, first);
        nanos.addAndGet(PageSettings.RETENTION.toNanos() / 2);
        pages.enter("a", second, null);
        pages.leave(page, second);
        nanos.addAndGet(PageSettings.RETENTION.toNanos() - 1);

        assertThat(pages.enter("a", session(), null).resumed()).isTrue();
    }

    @Test
    void remembersTheLatestTwentyThousandLostPages() {
        LiveViewSession session = session();
        for (int i = 0; i <= 20_000; i++) {
            pages.leave(pages.enter("page" + i, session, null).page(), session);
        }

        assertThat(pages.size()).isEqualTo(20_000);
        assertThat(pages.enter("page1", session, null).resumed()).isTrue();
        assertThat(pages.enter("page0", session, null).resumed()).isFalse();
    }

    private LiveViewSession of(String address) {
        return fixture.of(new Peer(null, address)).session;
    }

    /** Enters a page and loses it. */
    private void comesAndGoes(String id, LiveViewSession session) {
        pages.leave(pages.enter(id, session, null).page(), session);
    }

    @Test
    void oneAddressDoesNotTakeThePlacesOfAll() {
        comesAndGoes("another", of("198.51.100.1"));
        for (int i = 0; i < 30_000; i++) {
            comesAndGoes("page" + i, of("203.0.113.7"));
        }

        assertThat(pages.size()).isEqualTo(501);
        assertThat(pages.enter("another", of("198.51.100.1"), null).resumed()).isTrue();
        passJustOverTwoMinutes();
        pages.forgetExpired();
        assertThat(pages.size()).isEqualTo(1);
        assertThat(pages.lostBytes()).isZero();
    }

    @Test
    void aPageThatComesAndGoesHasOnePlace() {
        for (int i = 0; i < 2_000; i++) {
            comesAndGoes("page", of("203.0.113.7"));
        }
        for (int i = 0; i < 499; i++) {
            comesAndGoes("page" + i, of("203.0.113.7"));
        }

        assertThat(pages.size()).isEqualTo(500);
        assertThat(pages.enter("page", of("203.0.113.7"), null).resumed()).isTrue();
        comesAndGoes("one more", of("203.0.113.7"));
        assertThat(pages.enter("one more", of("203.0.113.7"), null).resumed()).isTrue();
    }

    @Test
    void aPageThatComesAndGoesTakesThePlaceOfNoOther() {
        comesAndGoes("another", of("198.51.100.1"));
        for (int i = 0; i < 30_000; i++) {
            comesAndGoes("page", of("203.0.113.7"));
        }

        assertThat(pages.enter("another", of("198.51.100.1"), null).resumed()).isTrue();
    }

    @Test
    void nothingIsKeptOfTheConnectionsOfAPageButTheLast() {
        for (int i = 0; i < 2_000; i++) {
            comesAndGoes("page", fixture.with("x".repeat(100)));
        }

        assertThat(pages.lostConnections()).isEqualTo(1);
        pages.enter("page", session(), null);
        assertThat(pages.lostConnections()).isZero();
    }

    /** From everywhere, with all that a container lets through as headers. */
    @Test
    void whatStrangersSaidInTheirHeadersIsKeptUpToALimit() {
        for (int i = 0; i < 10_000; i++) {
            comesAndGoes("page" + i, fixture.with("x".repeat(16_000)));
        }

        assertThat(pages.lostBytes()).isBetween(60_000_000L, 64L * 1024 * 1024);
        assertThat(pages.size()).isBetween(3_000, 4_100);
        passJustOverTwoMinutes();
        pages.forgetExpired();
        assertThat(pages.lostBytes()).isZero();
        assertThat(pages.size()).isZero();
    }
}
