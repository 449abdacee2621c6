package io.github.liveview4j.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sessions over {@link TestWire}s, with a registry and a running timer. */
public class SessionFixture implements AutoCloseable {

    private static final AtomicInteger ids = new AtomicInteger();

    public final LiveViewSessionRegistry registry = new LiveViewSessionRegistry();
    public final LiveViewSessions sessions;

    public SessionFixture() {
        this(SessionLimits.DEFAULTS);
    }

    public SessionFixture(SessionLimits limits) {
        this.sessions = new LiveViewSessions(registry, limits);
        sessions.start();
    }

    /** A registered session of a v2 client that is in the room of its address. */
    public LiveViewSession open(String room, Wire wire) {
        return open(room, "liveview.v2", wire);
    }

    public LiveViewSession open(String room, @Nullable String subprotocol, Wire wire) {
        LiveViewSession session = sessions.create("s" + ids.incrementAndGet(), room, subprotocol, null, Map.of(), wire);
        registry.add(session);
        registry.join(session, room);
        return session;
    }

    /** One registered session of a v2 client for each wire. */
    public void openAll(String room, List<? extends Wire> wires) {
        wires.forEach(wire -> open(room, wire));
    }

    public static List<TestWire> wires(int count) {
        List<TestWire> wires = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wires.add(new TestWire(TestWire.Async.LATER));
        }
        return wires;
    }

    public static Frame frame(String text) {
        return Frame.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        sessions.close();
    }
}
