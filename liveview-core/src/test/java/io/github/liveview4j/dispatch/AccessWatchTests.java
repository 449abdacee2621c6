package io.github.liveview4j.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.AccessCheck;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.room.HistoryLimits;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.room.RoomName;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.session.LiveViewSessions;
import io.github.liveview4j.session.SessionLimits;
import io.github.liveview4j.session.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class AccessWatchTests {

    private static final Logger log = LoggerFactory.getLogger(AccessWatchTests.class);
    private static final int STEPS = 50;

    private final LiveViewSessionRegistry registry = new LiveViewSessionRegistry();
    private final LiveViewSessions sessions = new LiveViewSessions(registry, SessionLimits.DEFAULTS);
    private final RoomLog rooms = new RoomLog(
            registry,
            (audience, parcel) -> {
                throw new AssertionError("A signal is no news for pages");
            },
            bytes -> List.of(),
            new HistoryLimits(Duration.ofMinutes(1), 10, 1000, 1000, 1000));
    private final List<String> forgotten = new ArrayList<>();

    private AccessWatch watch(AccessCheck check) {
        return new AccessWatch(check, registry, rooms, Duration.ofHours(1), forgotten::add);
    }

    private LiveViewSession open(String id, String user, String holder) {
        LiveViewSession session = sessions.create(
                id, "room", "liveview.v2", () -> user, Map.of(LiveViewSessionRegistry.HOLDER, holder), new NoWire());
        registry.add(session);
        session.page("page-of-" + id);
        return session;
    }

    private void tell(String signal, @Nullable String except) {
        rooms.append(new Broadcast(signal, except, null, new byte[0]));
    }

    private List<String> there() {
        return List.of(registry.all()).stream()
                .map(LiveViewSession::id)
                .sorted()
                .toList();
    }

    @Test
    void aUserAPageARoomOrEveryoneIsDisconnectedAndNobodyElse() {
        AccessWatch unused = watch(handshake -> true);
        open("a1", "ana", "x");
        open("a2", "ana", "y");
        open("b1", "bob", "z");
        open("c1", "carl", "z");
        LiveViewSession inRoom = open("d1", "dora", "z");
        registry.join(inRoom, "lobby");

        tell(RoomName.ofDisconnect(RoomName.ofUser("ana")), "page-of-a2");
        assertThat(there()).containsExactly("a2", "b1", "c1", "d1");
        tell(RoomName.ofDisconnect(RoomName.ofPage("page-of-c1")), null);
        assertThat(there()).containsExactly("a2", "b1", "d1");
        tell(RoomName.ofDisconnect("lobby"), null);
        assertThat(there()).containsExactly("a2", "b1");
        tell(RoomName.ofDisconnect(RoomName.EVERYONE), null);
        assertThat(there()).isEmpty();
    }

    @Test
    void aLookClosesWhatDoesNotHoldAndLeavesWhatCannotBeFoundOut() {
        AccessWatch watch = watch(handshake -> {
            String user = handshake.user().orElseThrow().getName();
            if (user.equals("dora")) {
                throw new IllegalStateException("away");
            }
            return !user.equals("ana");
        });
        open("a1", "ana", "x");
        open("b1", "bob", "x");
        open("d1", "dora", "x");
        open("a2", "ana", "y");

        watch.look("x");
        assertThat(there()).containsExactly("a2", "b1", "d1");
        assertThat(forgotten).containsExactly("x");
        watch.lookAt("ana");
        assertThat(there()).containsExactly("b1", "d1");
        watch.ended("x");
        assertThat(there()).isEmpty();
        assertThat(registry.heldBy("x")).isEmpty();
    }

    @Test
    void everyConnectionIsLookedAtOnceInARoundAndTheWorkIsSpread() {
        int count = 10_000;
        AtomicInteger asked = new AtomicInteger();
        AccessWatch watch = watch(handshake -> asked.incrementAndGet() > 0);
        for (int i = 0; i < count; i++) {
            open("s" + i, "u" + i, "h" + i);
        }
        long begin = System.nanoTime();
        int most = 0;
        for (int i = 0; i < STEPS; i++) {
            int before = asked.get();
            watch.step();
            most = Math.max(most, asked.get() - before);
        }
        log.info("A round over {} connections took {} µs", count, (System.nanoTime() - begin) / 1000);

        assertThat(asked).hasValue(count);
        assertThat(most).isEqualTo(count / STEPS);
    }

    private static final class NoWire implements Wire {

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void send(Frame frame) {}

        @Override
        public void sendAsync(Frame frame, Completion completion) {
            completion.sent();
        }

        @Override
        public void close(CloseReason reason) {}
    }
}
