package io.github.liveview4j.spring.hostile;

import io.github.liveview4j.dispatch.LiveViewConnection;
import io.github.liveview4j.dispatch.LiveViewDispatcher;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.Wire;
import io.github.liveview4j.spring.request.HandshakeSnapshot;
import io.github.liveview4j.spring.websocket.LiveViewWebSocketHandler;
import jakarta.servlet.ServletContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A connection to the real handler, codec and dispatcher over a wire in memory. For one thread. */
final class HostilePage implements Wire {

    private static final AtomicLong ids = new AtomicLong();
    private static final Pattern RECEIPT = Pattern.compile("\"receipt\":\"([^\"]+)\"");

    private final LiveViewConnection connection;
    private volatile boolean open = true;
    private volatile String last = "";
    private volatile @Nullable String receipt;

    HostilePage(LiveViewWebSocketHandler handler, ServletContext context, boolean firstDialect) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("liveview.room", "room");
        attributes.put(LiveViewDispatcher.LOCALE, Locale.ENGLISH);
        attributes.put(HandshakeSnapshot.ATTRIBUTE, HandshakeSnapshot.ofNobody(context, "", Locale.ENGLISH));
        connection = handler.open(
                "hostile-" + ids.incrementAndGet(), firstDialect ? null : "liveview.v2", null, attributes, this);
    }

    void says(byte[] frame) {
        connection.receive(frame);
    }

    /** The last frame of the server. */
    String last() {
        return last;
    }

    /** Returns what the server has signed since the last time, or {@code null}. */
    @Nullable
    String receipt() {
        String word = receipt;
        receipt = null;
        return word;
    }

    void hangsUp() {
        open = false;
        connection.closed();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void send(Frame frame) {
        last = frame.text();
        if (last.contains("\"joined\"")) {
            Matcher found = RECEIPT.matcher(last);
            if (found.find()) {
                receipt = found.group(1);
            }
        }
    }

    @Override
    public void sendAsync(Frame frame, Completion completion) {
        send(frame);
        completion.sent();
    }

    @Override
    public void close(CloseReason reason) {
        open = false;
    }
}
