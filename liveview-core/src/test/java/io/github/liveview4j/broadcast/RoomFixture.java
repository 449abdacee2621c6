package io.github.liveview4j.broadcast;

import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.room.HistoryLimits;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.room.RoomName;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.SessionLimits;
import io.github.liveview4j.session.TestWire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A transport, a log and a lane over sessions made by hand: all that is between a broadcast and a browser. */
final class RoomFixture implements AutoCloseable {

    final SessionFixture sessions;
    final FanOutLane lane = new FanOutLane();
    final RoomLog log;
    final LocalTransport transport;

    RoomFixture() {
        this(SessionLimits.DEFAULTS, HistoryLimits.DEFAULTS, new JacksonMessageCodec()::updatesInV1);
    }

    RoomFixture(SessionLimits limits, HistoryLimits history, Function<byte[], List<byte[]>> v1) {
        sessions = new SessionFixture(limits);
        log = new RoomLog(sessions.registry, lane, v1, history);
        transport = new LocalTransport(log);
    }

    /** A page of v2 that is in some rooms and in everyone's. */
    LiveViewSession open(TestWire wire, String room, String... more) {
        return open(Dialect.V2_SUBPROTOCOL, wire, room, more);
    }

    LiveViewSession open(@Nullable String subprotocol, TestWire wire, String room, String... more) {
        LiveViewSession session = sessions.open(room, subprotocol, wire);
        List<String> rooms = new ArrayList<>(List.of(more));
        rooms.add(room);
        rooms.add(RoomName.EVERYONE);
        log.enter(session, rooms);
        return session;
    }

    /** Publishes an update that adds, as a number. */
    void number(String room, int n) {
        transport.publish(broadcast(room, null, "{\"n\":" + n + "}"));
    }

    static Broadcast broadcast(String room, @Nullable String replaces, String update) {
        return new Broadcast(room, null, replaces, ("[" + update + "]").getBytes(StandardCharsets.UTF_8));
    }

    /** An update as a page gets it. */
    String update(String room, long first, long seq, String updates) {
        return "{\"type\":\"update\",\"room\":\"" + room + "\",\"epoch\":\""
                + log.position().epoch() + "\",\"first\":" + first + ",\"seq\":" + seq + ",\"updates\":[" + updates
                + "]}";
    }

    @Override
    public void close() {
        lane.close();
        sessions.close();
    }
}
