package io.github.liveview4j.examples.benchmark.micro;

import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.room.HistoryLimits;
import io.github.liveview4j.room.RoomDelivery;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.session.LiveViewSessions;
import io.github.liveview4j.session.SessionLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Connections without a browser, all in one room, and the log of what is said there. */
final class Pages {

    static final String ROOM = "benchmark";

    private final LiveViewSessionRegistry registry = new LiveViewSessionRegistry();
    private final LiveViewSessions sessions = new LiveViewSessions(registry, SessionLimits.DEFAULTS);
    private final List<NobodysWire> wires = new ArrayList<>();
    private final List<LiveViewSession> opened = new ArrayList<>();
    private final RoomLog log;

    Pages(int count, RoomDelivery delivery) {
        log = new RoomLog(registry, delivery, new JacksonMessageCodec()::updatesInV1, HistoryLimits.DEFAULTS);
        for (int i = 0; i < count; i++) {
            NobodysWire wire = new NobodysWire();
            LiveViewSession session = sessions.create("page-" + i, ROOM, "liveview.v2", null, Map.of(), wire);
            registry.add(session);
            log.enter(session, Set.of(ROOM));
            opened.add(session);
            wires.add(wire);
        }
    }

    RoomLog log() {
        return log;
    }

    /** The one that comes last in every broadcast. */
    LiveViewSession last() {
        return opened.get(opened.size() - 1);
    }

    NobodysWire lastWire() {
        return wires.get(wires.size() - 1);
    }

    static Broadcast note() {
        String updates = "[{\"target\":\"#notifications\",\"html\":\"<li>A note for everybody</li>\",\"append\":true}]";
        return new Broadcast(ROOM, null, null, updates.getBytes(StandardCharsets.UTF_8));
    }
}
