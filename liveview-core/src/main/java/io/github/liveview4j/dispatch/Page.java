package io.github.liveview4j.dispatch;

import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One load of a page in one tab: what outlives its socket.
 *
 * <p>Calls take {@link #turn} so that those of two sockets of one page, the lost one and its successor, run one after the
 * other; sending takes nothing. For any thread.
 */
final class Page {

    private final String id;
    private final ReentrantLock turn = new ReentrantLock();
    private final CallLog calls = new CallLog();
    private final JoinedRooms rooms = new JoinedRooms();
    private final AtomicReference<@Nullable Map<String, Object>> attributes = new AtomicReference<>();
    private final HeldPushes held;
    private volatile LiveViewSession session;
    private boolean returning;
    private volatile @Nullable String lang;

    Page(String id, LiveViewSession session) {
        this(id, session, new AtomicLong());
    }

    /**
     * Makes a page.
     *
     * @param heldOfAll how many bytes the pages of this node hold together while they have no connection
     */
    Page(String id, LiveViewSession session, AtomicLong heldOfAll) {
        this.id = id;
        this.session = session;
        this.held = new HeldPushes(heldOfAll);
    }

    String id() {
        return id;
    }

    ReentrantLock turn() {
        return turn;
    }

    CallLog calls() {
        return calls;
    }

    JoinedRooms rooms() {
        return rooms;
    }

    LiveViewSession session() {
        return session;
    }

    Dialect dialect() {
        return Dialect.of(session.subprotocol());
    }

    Optional<Principal> user() {
        return session.user();
    }

    /** Returns what the page last said about its language when it connected, or {@code null}. */
    @Nullable
    String lang() {
        return lang;
    }

    void lang(@Nullable String tag) {
        lang = tag;
    }

    /** Returns the language that the application chose at the handshake. */
    Locale locale() {
        return session.attributes().get(LiveViewDispatcher.LOCALE) instanceof Locale locale
                ? locale
                : Locale.getDefault();
    }

    /** Tells whether a new socket may go on where this page's last one ended: same room, same user, same dialect. */
    boolean isContinuedBy(LiveViewSession other) {
        LiveViewSession last = session;
        return last.room().equals(other.room())
                && Objects.equals(last.subprotocol(), other.subprotocol())
                && last.user().map(Principal::getName).equals(other.user().map(Principal::getName));
    }

    /** Goes on over another connection; what is pushed is held until {@link #returned()}. */
    void attach(LiveViewSession other) {
        synchronized (held) {
            returning = true;
            session = other;
        }
    }

    /** Returns whether everything that was pushed while the page was away is held. */
    boolean holdsEverything() {
        synchronized (held) {
            return held.isComplete();
        }
    }

    /** Takes note that the page has made good for what was given up. */
    void madeGood() {
        synchronized (held) {
            held.madeGood();
        }
    }

    /** Sends what was pushed meanwhile, now that the page knows where it stands. */
    void returned() {
        boolean writer = false;
        LiveViewSession to;
        synchronized (held) {
            returning = false;
            to = session;
            for (byte[] frame : held.take()) {
                writer |= to.enqueue(Frame.of(frame));
            }
        }
        if (writer) {
            to.flush();
        }
    }

    /** Lets go of what is held for a page that will not come back. */
    void forgotten() {
        synchronized (held) {
            held.end();
        }
    }

    /** Sends again what is remembered of a call; a page that is away asks once more when it is back. */
    void repeat(List<byte[]> frames) {
        send(frames, session);
    }

    /** Sends what belongs to no call, or holds it for a page that may come back. */
    void push(List<byte[]> frames) {
        LiveViewSession to;
        synchronized (held) {
            to = session;
            if (dialect() == Dialect.V2 && (returning || !to.isOpen())) {
                held.add(frames);
                return;
            }
        }
        send(frames, to);
    }

    /**
     * Sends what belongs to a call, over the socket on which the call began. A page that has another one by now sends the
     * call again, and is then told all of it in order; sent over both, the reply would overtake what the lost socket took
     * with it.
     */
    void answer(Call call, List<byte[]> frames) {
        frames.forEach(frame -> calls.remember(call.id(), frame));
        send(frames, call.session());
    }

    /** Sends what a running call sends; one that has just ended may have been repeated already. */
    void update(Call call, List<byte[]> frames) {
        frames.forEach(frame -> calls.remember(call.id(), frame));
        send(frames, call.isRunning() ? call.session() : session);
    }

    private static void send(List<byte[]> frames, LiveViewSession to) {
        for (byte[] frame : frames) {
            to.send(Frame.of(frame));
        }
    }

    Map<String, Object> attributes() {
        Map<String, Object> map = attributes.get();
        if (map == null) {
            Map<String, Object> fresh = new ConcurrentHashMap<>(4);
            map = attributes.compareAndSet(null, fresh) ? fresh : Objects.requireNonNull(attributes.get());
        }
        return map;
    }
}
