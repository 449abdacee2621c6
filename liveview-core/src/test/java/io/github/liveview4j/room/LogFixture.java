package io.github.liveview4j.room;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.TestWire;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A log with hand-made browsers and time. What a page hears first is {@code welcome} or {@code resync} and a number. */
final class LogFixture implements AutoCloseable {

    private final SessionFixture fixture = new SessionFixture();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    final RoomLog log;

    LogFixture() {
        this(HistoryLimits.DEFAULTS);
    }

    LogFixture(HistoryLimits limits) {
        log = RoomFixture.log(fixture.registry, new DirectDelivery(), limits, nanos::get);
    }

    static Position at(long seq) {
        return new Position(RoomFixture.EPOCH, seq);
    }

    void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Says something in a room. */
    void says(String room, String target) {
        log.append(RoomFixture.removal(room, target));
    }

    void says(String room, int times) {
        for (int i = 0; i < times; i++) {
            says(room, "#x");
        }
    }

    LiveViewSession open(TestWire wire) {
        return fixture.open("address", wire);
    }

    LiveViewSession openV1(TestWire wire) {
        return fixture.open("address", null, wire);
    }

    /** Brings a page in that has what came up to a place, or that is new. */
    void enter(LiveViewSession session, @Nullable Position since, String... rooms) {
        Set<String> names = new LinkedHashSet<>(List.of(rooms));
        log.enter(session, () -> names, since, true, LogFixture::greeting);
    }

    static List<byte[]> greeting(Set<String> names, Position now, boolean resync) {
        return List.of(RoomFixture.bytes((resync ? "resync " : "welcome ") + now.seq()));
    }

    /** A page that is new, after its welcome. */
    LiveViewSession page(TestWire wire, String... rooms) {
        LiveViewSession session = open(wire);
        enter(session, null, rooms);
        return session;
    }

    /** What a page hears that comes in with a position. */
    List<String> comesBack(Position since, String... rooms) {
        TestWire wire = new TestWire();
        LiveViewSession session = open(wire);
        enter(session, since, rooms);
        session.disconnected();
        return wire.received();
    }

    @Override
    public void close() {
        fixture.close();
    }
}
