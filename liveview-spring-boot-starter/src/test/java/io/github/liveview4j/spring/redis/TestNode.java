package io.github.liveview4j.spring.redis;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.room.HistoryLimits;
import io.github.liveview4j.room.Parcel;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.session.LiveViewSessions;
import io.github.liveview4j.session.SessionLimits;
import io.github.liveview4j.session.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Vector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;

/** One node with one page in the room {@code r} and in everyone's: writes down what is delivered to it. */
final class TestNode implements AutoCloseable {

    static final String ROOM = "r";

    /** A content of its own for every broadcast, so that it can be told apart. */
    private static final Pattern CONTENT = Pattern.compile("\"updates\":\\[\\{\"html\":\"([^\"]*)\"");

    final RedisTransport transport;
    final RoomLog log;
    final List<String> delivered = new Vector<>();
    final List<String> frames = new Vector<>();

    /** Says which frames break the delivery. */
    volatile Predicate<String> fault = frame -> false;

    private final LiveViewSessionRegistry registry = new LiveViewSessionRegistry();

    TestNode(DataRedisConnectionDetails details, RedisSettings settings, byte @Nullable [] key) {
        this.log = new RoomLog(registry, this::deliver, new JacksonMessageCodec()::updatesInV1, HistoryLimits.DEFAULTS);
        this.transport = new RedisTransport(log, TestNode::resync, new RedisLink(details), settings, key);
        LiveViewSession page = new LiveViewSessions(registry, SessionLimits.DEFAULTS)
                .create("s", "page", "liveview.v2", null, Map.of(), new NoWire());
        registry.add(page);
        log.enter(page, List.of(ROOM, "*"));
    }

    static byte[] resync(Position position) {
        return RedisKeys.bytes("{\"type\":\"resync\",\"at\":\"" + position + "\"}");
    }

    static RedisSettings settings(String prefix) {
        return settings(prefix, Duration.ofSeconds(10), 1000, 4 * 1024 * 1024);
    }

    static RedisSettings settings(String prefix, Duration age, int length, long size) {
        return new RedisSettings(prefix, 10_000, 64L * 1024 * 1024, Duration.ofSeconds(1), age, length, size);
    }

    TestNode started() {
        transport.start();
        return this;
    }

    private void deliver(LiveViewSession[] audience, Parcel parcel) {
        String frame = parcel.v2().text();
        if (fault.test(frame)) {
            throw new AssertionError("A fault of the test's own: " + frame);
        }
        frames.add(frame);
        Matcher content = CONTENT.matcher(frame);
        if (content.find()) {
            delivered.add(content.group(1));
        }
    }

    static Broadcast broadcast(String content) {
        return new Broadcast(ROOM, null, null, RedisKeys.bytes("[{\"html\":\"" + content + "\"}]"));
    }

    CompletableFuture<Outcome> say(String content) {
        return transport.publish(broadcast(content)).toCompletableFuture();
    }

    Outcome said(String content) throws Exception {
        return say(content).get(20, TimeUnit.SECONDS);
    }

    long resyncs() {
        return frames.stream().filter(frame -> frame.contains("\"resync\"")).count();
    }

    /** Returns whether a page that comes back with a position is told to fetch itself. */
    boolean isResyncedFrom(Position since) {
        AtomicBoolean answer = new AtomicBoolean();
        LiveViewSession page = new LiveViewSessions(registry, SessionLimits.DEFAULTS)
                .create("back", "back", "liveview.v2", null, Map.of(), new NoWire());
        registry.add(page);
        log.enter(page, () -> Set.of(ROOM, "*"), since, true, (names, now, resync) -> {
            answer.set(resync);
            return List.of(RedisKeys.bytes("{}"));
        });
        registry.remove(page);
        return answer.get();
    }

    Position position() {
        return log.position();
    }

    @Override
    public void close() {
        transport.stop();
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
