package io.github.liveview4j.dispatch;

import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.room.Bearer;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.function.Supplier;
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
    private final Executor last;
    private final PageEnd end;
    private final CallsUnderWay underWay = new CallsUnderWay();
    private volatile LiveViewSession session;
    private boolean returning;
    private boolean told;
    private @Nullable Call current;
    private volatile @Nullable String lang;
    private volatile @Nullable Locale language;
    private PageRegistry.@Nullable Place place;

    Page(String id, LiveViewSession session) {
        this(id, session, new AtomicLong(), Runnable::run);
    }

    /**
     * Makes a page.
     *
     * @param heldOfAll how many bytes the pages of this node hold together while they have no connection
     * @param last runs what is to be done when a page has gone
     */
    Page(String id, LiveViewSession session, AtomicLong heldOfAll, Executor last) {
        this.id = id;
        this.session = session;
        this.held = new HeldPushes(heldOfAll);
        this.last = last;
        this.end = new PageEnd(last);
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

    /** Returns the calls whose answers are still to come. */
    CallsUnderWay underWay() {
        return underWay;
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

    /** Returns the language of the page's last call, or of its handshake before the first. */
    Locale language() {
        Locale last = language;
        return last == null ? locale() : last;
    }

    /** Takes note of the call that runs on this thread, which has the page's turn; {@code null} when it has ended. */
    void current(@Nullable Call call) {
        current = call;
        if (call != null) {
            language = call.locale();
        }
    }

    /** Returns the call that runs on this thread, or {@code null}. */
    @Nullable
    Call current() {
        return turn.isHeldByCurrentThread() ? current : null;
    }

    /**
     * Tells whether a new socket may go on where this page's last one ended: same room, same dialect, same user, and, where nobody
     * is signed in, the same HTTP session. That may be all that an application tells people by, and what it has for one of them
     * is not for who comes after.
     */
    boolean isContinuedBy(LiveViewSession other) {
        LiveViewSession last = session;
        return last.room().equals(other.room())
                && Objects.equals(last.subprotocol(), other.subprotocol())
                && isSameBearer(PageRooms.bearerOf(last), PageRooms.bearerOf(other));
    }

    private static boolean isSameBearer(Bearer last, Bearer other) {
        Bearer.Session before = last.session();
        Bearer.Session now = other.session();
        return Objects.equals(last.user(), other.user())
                && (last.user() != null
                        || before == null
                        || (now != null && (before.id().equals(now.id()) || isWithoutCookies(before, now))));
    }

    /** Who keeps no cookies has another session with every connection, which made it and in which nothing can be yet. */
    private static boolean isWithoutCookies(Bearer.Session before, Bearer.Session now) {
        return before.isNew() && now.isNew();
    }

    /** Goes on over another connection; what is pushed is held until {@link #returned()}. */
    void attach(LiveViewSession other) {
        synchronized (held) {
            returning = true;
            told = false;
            session = other;
        }
    }

    /** Returns whether everything that was pushed while the page was away is held; a page that hears no is told so. */
    boolean holdsEverything() {
        synchronized (held) {
            told = !held.isComplete();
            return !told;
        }
    }

    /**
     * Takes note that the page has to fetch itself, whatever it gets.
     *
     * @return the connection over which to tell it now; {@code null} where it is told when it comes back, or cannot be told
     */
    @Nullable
    LiveViewSession giveUp() {
        if (dialect() != Dialect.V2) {
            return null;
        }
        synchronized (held) {
            held.giveUp();
            return returning || !session.isOpen() ? null : session;
        }
    }

    /** Takes note that the page has made good for what was given up. */
    void madeGood() {
        synchronized (held) {
            held.madeGood();
        }
    }

    /**
     * Sends what was pushed meanwhile, now that the page knows where it stands.
     *
     * @return whether it has turned out since the welcome that the page has to fetch itself
     */
    boolean returned() {
        boolean writer = false;
        boolean late;
        LiveViewSession to;
        synchronized (held) {
            returning = false;
            late = !held.isComplete() && !told;
            to = session;
            for (byte[] frame : held.take()) {
                writer |= to.enqueue(Frame.of(frame));
            }
        }
        if (writer) {
            to.flush();
        }
        return late;
    }

    /** Lets go of what is held for a page that will not come back. */
    void forgotten() {
        synchronized (held) {
            held.end();
        }
        end.gone();
        if (!underWay.isEmpty()) {
            last.execute(underWay::cancel);
        }
    }

    /** Returns what it takes while it has no connection; for the registry, which has a lock for each page. */
    PageRegistry.@Nullable Place place() {
        return place;
    }

    void place(PageRegistry.@Nullable Place taken) {
        place = taken;
    }

    PageEnd end() {
        return end;
    }

    /**
     * Sends again what is remembered of a call; a page that is away asks once more when it is back.
     *
     * @param unknown says that nobody knows what became of it
     */
    void repeat(long id, Supplier<List<byte[]>> unknown) {
        Call running = underWay.find(id);
        if (running == null) {
            send(calls.recall(id).orElseGet(unknown), session);
            return;
        }
        Optional<List<byte[]>> sent;
        running.order().lock();
        try {
            // What it sends from now on comes after this, over the same connection.
            running.moveTo(session);
            sent = calls.recall(id);
            send(sent.orElseGet(unknown), session);
        } finally {
            running.order().unlock();
        }
        if (sent.isEmpty()) {
            // Too much to be remembered: the page has a part of it and can never have the whole.
            // Without the lock: what the application's code sends at this moment may wait for it.
            running.cancel();
        }
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
     * Sends the answer of a call, over the socket on which the call began. A page that has another one by now sends the
     * call again, and is then told all of it in order; sent over both, the reply would overtake what the lost socket took
     * with it.
     */
    void answer(Call call, List<byte[]> frames) {
        call.order().lock();
        try {
            keepAndSend(call, frames);
        } finally {
            call.order().unlock();
        }
    }

    /**
     * Sends what a running call sends, in the order of its numbers.
     *
     * @param numbered makes the frames of the update of a number
     * @return false where the call has ended: nothing was sent, as it would come after the answer
     */
    boolean update(Call call, IntFunction<List<byte[]>> numbered) {
        call.order().lock();
        try {
            if (!call.isRunning()) {
                return false;
            }
            keepAndSend(call, numbered.apply(call.nextUpdate()));
            return true;
        } finally {
            call.order().unlock();
        }
    }

    private void keepAndSend(Call call, List<byte[]> frames) {
        frames.forEach(frame -> calls.remember(call.id(), frame));
        send(frames, call.session());
    }

    private static void send(List<byte[]> frames, LiveViewSession to) {
        // Of the first dialect each frame is a message of its own.
        boolean joins = Dialect.of(to.subprotocol()) == Dialect.V2;
        for (byte[] frame : frames) {
            to.send(joins ? Frame.object(frame) : Frame.of(frame));
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
