package io.github.liveview4j.session;

import static io.github.liveview4j.session.SessionFixture.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.security.Principal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveViewSessionTests {

    private final SessionFixture fixture = new SessionFixture(new SessionLimits(100, Duration.ofSeconds(10)));
    private final TestWire wire = new TestWire();

    @AfterEach
    void stop() {
        wire.resume();
        fixture.close();
    }

    @Test
    void knowsWhatTheHandshakeKnew() {
        Principal ana = () -> "ana";
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("locale", "es");
        attributes.put("nothing", null);

        LiveViewSession session = fixture.sessions.create("7", "lobby", "liveview.v2", ana, attributes, wire);
        attributes.clear();

        assertThat(session.id()).isEqualTo("7");
        assertThat(session.room()).isEqualTo("lobby");
        assertThat(session.subprotocol()).isEqualTo("liveview.v2");
        assertThat(session.user()).contains(ana);
        assertThat(session.attributes()).isEqualTo(Map.of("locale", "es"));
        assertThatThrownBy(() -> session.attributes().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void mayHaveNeitherUserNorSubprotocol() {
        LiveViewSession session = fixture.sessions.create("7", "lobby", null, null, Map.of(), wire);

        assertThat(session.user()).isEmpty();
        assertThat(session.subprotocol()).isNull();
    }

    /** A broadcast compares it for each of a thousand sessions. */
    @Test
    void allSessionsOfADialectHaveOneStringForIt() {
        String first = new String("liveview.v2");
        String second = new String("liveview.v2");

        assertThat(fixture.sessions
                        .create("7", "lobby", first, null, Map.of(), wire)
                        .subprotocol())
                .isSameAs(fixture.sessions
                        .create("8", "lobby", second, null, Map.of(), wire)
                        .subprotocol());
    }

    @Test
    void tellsNeitherRoomNorUserToALog() {
        assertThat(fixture.sessions.create("7", "secret-room", null, () -> "ana", Map.of(), wire))
                .hasToString("LiveViewSession[7]");
    }

    @Test
    void sendsWhileItIsOpen() {
        LiveViewSession session = fixture.open("lobby", wire);
        session.send(frame("a"));
        assertThat(session.isOpen()).isTrue();

        wire.hangUp();
        assertThat(session.isOpen()).isFalse();
        assertThat(wire.received()).containsExactly("a");
    }

    @Test
    void closesOnAnotherThreadAndOnce() {
        AtomicReference<Thread> closer = new AtomicReference<>();
        TestWire watched = new TestWire() {
            @Override
            public void close(CloseReason reason) {
                closer.set(Thread.currentThread());
                super.close(reason);
            }
        };
        LiveViewSession session = fixture.open("lobby", watched);

        session.close(CloseReason.SIGNED_OUT);
        session.close(CloseReason.NORMAL);
        session.send(frame("a"));

        await().untilAsserted(() -> assertThat(watched.closes).containsExactly(CloseReason.SIGNED_OUT));
        assertThat(closer.get().getName()).startsWith("liveview-close-");
        assertThat(closer.get().isDaemon()).isTrue();
        assertThat(watched.received()).isEmpty();
        assertThat(session.isOpen()).isFalse();
    }

    @Test
    void leavesTheRegistryBeforeItIsClosed() {
        CountDownLatch closing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        TestWire stuck = new TestWire() {
            @Override
            public void close(CloseReason reason) {
                closing.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                super.close(reason);
            }
        };
        LiveViewSession session = fixture.open("lobby", stuck);

        session.close(CloseReason.RESTART);

        await().until(() -> closing.getCount() == 0);
        assertThat(fixture.registry.all()).isEmpty();
        assertThat(stuck.closes).isEmpty();
        go.countDown();
        await().until(() -> stuck.closes.size() == 1);
    }

    @Test
    void isGivenUpWhenTooMuchWaitsForIt() {
        wire.stall();
        LiveViewSession session = fixture.open("lobby", wire);
        Thread writer = new Thread(() -> session.send(frame("x".repeat(60))));
        writer.start();
        await().until(wire::holdsUpAThread);

        session.send(frame("x".repeat(60)));

        assertThat(fixture.registry.size()).isZero();
        await().untilAsserted(() -> assertThat(wire.closes).containsExactly(CloseReason.TOO_SLOW));
    }

    @Test
    void isNotClosedAgainWhenTheBrowserHasLeft() {
        LiveViewSession session = fixture.open("lobby", wire);

        session.disconnected();
        session.disconnected();
        session.close(CloseReason.NORMAL);
        session.send(frame("a"));

        assertThat(fixture.registry.size()).isZero();
        assertThat(wire.closes).isEmpty();
        assertThat(wire.received()).isEmpty();
    }

    @Test
    void isSentToInTwoHalvesByThoseWhoHaveOthersToServe() {
        LiveViewSession session = fixture.open("lobby", wire);

        assertThat(session.enqueue(frame("a"))).isTrue();
        assertThat(session.enqueue(frame("b"))).isFalse();
        assertThat(wire.received()).isEmpty();
        session.flush();

        assertThat(wire.received()).containsExactly("a", "b");
    }

    @Test
    void neverBlocksAgainOnceFoundStuck() {
        LiveViewSession session = fixture.open("lobby", wire);
        session.foundStuck();

        session.send(frame("a"));

        assertThat(wire.asyncWrites()).isEqualTo(1);
        TestWire other = new TestWire();
        fixture.open("lobby", other).send(frame("b"));
        assertThat(other.asyncWrites()).isEqualTo(1);
    }

    @Test
    void knowsHowLongTheBrowserWasSilent() {
        LiveViewSession session = fixture.open("lobby", wire);
        await().until(() -> session.silence().compareTo(Duration.ofMillis(5)) > 0);
        Duration before = session.silence();

        session.heard();

        assertThat(session.silence()).isLessThan(before);
    }

    @Test
    void knowsThePageBehindItOnceThatHasSaidSo() {
        LiveViewSession session = fixture.open("lobby", wire);
        assertThat(session.page()).isNull();

        session.page("7f3a");

        assertThat(session.page()).isEqualTo("7f3a");
        assertThat(session).asString().doesNotContain("7f3a");
    }

    @Test
    void isBusyWhileAFrameOfTheBrowserIsWorkedOn() {
        LiveViewSession session = fixture.open("lobby", wire);
        assertThat(session.isBusy()).isFalse();

        session.busy(true);
        assertThat(session.isBusy()).isTrue();
        session.busy(false);
        assertThat(session.isBusy()).isFalse();
    }

    @Test
    void countsTheSilenceFromTheEndOfTheWork() {
        LiveViewSession session = fixture.open("lobby", wire);
        session.busy(true);
        await().until(() -> session.silence().compareTo(Duration.ofMillis(5)) > 0);
        Duration before = session.silence();

        session.busy(false);

        assertThat(session.silence()).isLessThan(before);
    }

    @Test
    void isAskedForASignOfLifeOnceAnInterval() {
        LiveViewSession session = fixture.open("lobby", wire);
        long interval = Duration.ofSeconds(20).toNanos();
        long now = System.nanoTime();
        assertThat(session.isDueToBeAsked(now, interval)).isFalse();

        long later = now + interval;
        assertThat(session.isDueToBeAsked(later, interval)).isTrue();
        assertThat(session.isDueToBeAsked(later, interval)).isFalse();
        assertThat(session.isDueToBeAsked(later + interval - 1, interval)).isFalse();
        assertThat(session.isDueToBeAsked(later + interval, interval)).isTrue();
    }

    @Test
    void isAskedAlsoWhenTheBrowserHasJustSpoken() {
        LiveViewSession session = fixture.open("lobby", wire);
        session.heard();

        // The question also tells the page how far it has come.
        assertThat(session.isDueToBeAsked(System.nanoTime() + 100, 1)).isTrue();
    }
}
