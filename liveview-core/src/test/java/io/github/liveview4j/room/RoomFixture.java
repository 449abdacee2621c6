package io.github.liveview4j.room;

import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Logs and tokens with a known epoch, key and time. */
public final class RoomFixture {

    public static final String EPOCH = "epoch";

    private RoomFixture() {}

    /** A log at the beginning of {@link #EPOCH}. */
    public static RoomLog log(
            LiveViewSessionRegistry sessions, RoomDelivery delivery, HistoryLimits limits, LongSupplier nanoTime) {
        RoomLog log = new RoomLog(sessions, delivery, new JacksonMessageCodec()::updatesInV1, limits, nanoTime);
        log.restart(new Position(EPOCH, 0), position -> new byte[0]);
        return log;
    }

    /** What says that something is to be removed from the page. */
    public static Broadcast removal(String room, String target) {
        return removal(room, target, null);
    }

    public static Broadcast removal(String room, String target, @Nullable String except) {
        return new Broadcast(room, except, null, bytes("[{\"target\":\"" + target + "\",\"remove\":true}]"));
    }

    /** The object that a page of v2 hears of {@link #removal}. */
    public static String update(String room, long first, long seq, String target) {
        return object(room, first, seq, "{\"target\":\"" + target + "\",\"remove\":true}");
    }

    /** The object that a page hears which is left out. */
    public static String nothing(String room, long first, long seq) {
        return object(room, first, seq, "");
    }

    private static String object(String room, long first, long seq, String update) {
        return "{\"type\":\"update\",\"room\":\"" + room + "\",\"epoch\":\"" + EPOCH + "\",\"first\":" + first
                + ",\"seq\":" + seq + ",\"updates\":[" + update + "]}";
    }

    public static PageTokens tokens(String secret, Clock clock) {
        return new PageTokens(bytes(secret), clock);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
