package io.github.liveview4j.room;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page that keeps the client's rules for the updates of rooms, over one socket after the other. */
final class StressPage {

    private static final Pattern UPDATE =
            Pattern.compile("\"room\":\"([^\"]+)\",\"epoch\":\"[^\"]+\",\"first\":(\\d+),\"seq\":(\\d+)");
    private static final Pattern WELCOME = Pattern.compile("welcome (\\d+)");

    private final Set<String> rooms;
    private final List<Long> applied = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, Long> last = new HashMap<>();
    private long position;
    private long base;
    private int unanswered;
    private @Nullable Socket current;
    private @Nullable LiveViewSession session;

    /** One connection. What comes over it after the page has another one is not read. */
    private final class Socket implements Wire {

        private volatile boolean open = true;

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void send(Frame frame) {
            receive(this, frame.text());
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

    StressPage(Set<String> rooms) {
        this.rooms = rooms;
    }

    LiveViewSession connects(SessionFixture fixture) {
        Socket socket = new Socket();
        synchronized (this) {
            current = socket;
            unanswered = 0;
        }
        LiveViewSession next = fixture.open("address", socket);
        LiveViewSession before = session;
        session = next;
        if (before != null) {
            // Noticed by the server only now: for a moment there were both.
            before.disconnected();
        }
        return next;
    }

    void saysHello(RoomLog log, LiveViewSession over) {
        Position since;
        synchronized (this) {
            since = LogFixture.at(position);
            unanswered++;
        }
        log.enter(over, () -> rooms, since, true, LogFixture::greeting);
    }

    synchronized void losesItsConnection() {
        current = null;
    }

    private synchronized void receive(Socket socket, String frame) {
        if (socket != current) {
            return;
        }
        if (frame.contains("resync")) {
            mistakes.add(frame);
        }
        Matcher welcome = WELCOME.matcher(frame);
        boolean isRecovery = welcome.find();
        if (unanswered == 0 || isRecovery) {
            Matcher update = UPDATE.matcher(frame);
            while (update.find()) {
                take(update.group(1), Long.parseLong(update.group(2)), Long.parseLong(update.group(3)), isRecovery);
            }
        }
        if (isRecovery) {
            unanswered--;
            position = Long.parseLong(welcome.group(1));
            base = position;
            last.clear();
        }
    }

    private void take(String room, long first, long seq, boolean isRecovery) {
        if (seq <= position) {
            return;
        }
        if (!isRecovery && first > last.getOrDefault(room, base) + 1) {
            mistakes.add("a hole in " + room + " before " + first + ".." + seq);
        }
        position = seq;
        last.put(room, seq);
        applied.add(seq);
    }

    Set<String> rooms() {
        return rooms;
    }

    /** The places of what it has applied, in the order in which it did. */
    synchronized List<Long> applied() {
        return List.copyOf(applied);
    }

    /** What a page must never meet here: holes, and being told to fetch itself. */
    synchronized List<String> mistakes() {
        return List.copyOf(mistakes);
    }
}
