package io.github.liveview4j.room;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was said in all rooms, in one order, and who hears it: this node's copy of it.
 *
 * <p>Four things happen under one lock and so in one order: an update is added and handed to the delivery, a page comes in
 * with what it missed, a room is joined or left, history is declared lost. A page therefore gets every update of its rooms
 * once: what was added before it came in is in what it missed, the rest is delivered.
 *
 * <p>Only the transport adds, in the order that it was given. A page that names a position of this epoch is given what came
 * after it in its rooms; when something of that is not kept any more, or the epoch is another one, it is told to fetch
 * itself. What is kept is bounded by {@link HistoryLimits}; a room that nobody is in and of which nothing is kept is
 * forgotten.
 *
 * <p>Any thread may call any method; none waits for a browser, but for the one that a page comes in with.
 */
public final class RoomLog {

    private static final SecureRandom random = new SecureRandom();
    private static final int EPOCH_BYTES = 6;

    private final LiveViewSessionRegistry sessions;
    private final RoomDelivery delivery;
    private final Function<byte[], List<byte[]>> v1;
    private final long age;
    private final LongSupplier nanoTime;

    private final ReentrantLock lock = new ReentrantLock();
    private final RoomHistories kept;
    private volatile Consumer<Broadcast> signals = broadcast -> {};

    private String epoch = newEpoch();
    private long seq;
    private volatile Position position = new Position(epoch, seq);

    /** Makes the frames that a session gets when it comes in. */
    @FunctionalInterface
    public interface Greeting {

        /**
         * Called with the log's lock held.
         *
         * @param names the rooms that the session is in now
         * @param now from where on the session gets what is new
         * @param resync whether it cannot be proved that it has everything before
         * @return one or more, the first of which goes together with what was missed
         */
        List<byte[]> frames(Set<String> names, Position now, boolean resync);
    }

    /**
     * Makes a log with nothing in it, in a new epoch.
     *
     * @param sessions who is in which room
     * @param delivery brings updates to them
     * @param v1 says updates in the first dialect
     * @param limits how much to keep
     */
    public RoomLog(
            LiveViewSessionRegistry sessions,
            RoomDelivery delivery,
            Function<byte[], List<byte[]>> v1,
            HistoryLimits limits) {
        this(sessions, delivery, v1, limits, System::nanoTime);
    }

    RoomLog(
            LiveViewSessionRegistry sessions,
            RoomDelivery delivery,
            Function<byte[], List<byte[]>> v1,
            HistoryLimits limits,
            LongSupplier nanoTime) {
        this.sessions = sessions;
        this.delivery = delivery;
        this.v1 = v1;
        this.age = limits.age().toNanos();
        this.kept = new RoomHistories(limits);
        this.nanoTime = nanoTime;
    }

    /** Makes up a name for an order. */
    public static String newEpoch() {
        byte[] bytes = new byte[EPOCH_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Says who is told what is said to nodes rather than to pages, see {@link RoomName#isSignal}: it has its place in the order,
     * and neither a page nor the history gets it.
     *
     * @param listener called by whoever brings a broadcast, without the log's lock
     */
    public void onSignal(Consumer<Broadcast> listener) {
        signals = listener;
    }

    /** Returns how far the log has come; takes no lock, as every request for a page asks. */
    public Position position() {
        return position;
    }

    /** Adds an update at the next place, for a transport that gives the places itself. */
    public void append(Broadcast broadcast) {
        delivery.awaitSpace();
        lock.lock();
        try {
            add(seq + 1, broadcast);
        } finally {
            lock.unlock();
        }
        passOn(broadcast);
    }

    /**
     * Adds an update and delivers it.
     *
     * @param place greater than all before; places between are nobody's
     */
    public void append(long place, Broadcast broadcast) {
        delivery.awaitSpace();
        lock.lock();
        try {
            add(place, broadcast);
        } finally {
            lock.unlock();
        }
        passOn(broadcast);
    }

    private void passOn(Broadcast broadcast) {
        if (RoomName.isSignal(broadcast.room())) {
            signals.accept(broadcast);
        }
    }

    private void add(long place, Broadcast broadcast) {
        advance(place);
        if (RoomName.isSignal(broadcast.room())) {
            return;
        }
        long now = nanoTime.getAsLong();
        long first = kept.next(broadcast.room());
        LiveViewSession[] audience = sessions.inRoom(broadcast.room());
        if (audience.length > 0) {
            // Another object than the one that is kept: what is encoded for many goes when it is delivered.
            delivery.deliver(audience, new RoomUpdate(broadcast, position, first, now, v1));
        }
        kept.add(new RoomUpdate(broadcast, position, first, now, v1), now - age);
    }

    /** Passes over a place whose content is nobody's. */
    public void skip(long place) {
        lock.lock();
        try {
            advance(place);
        } finally {
            lock.unlock();
        }
    }

    private void advance(long place) {
        if (place <= seq) {
            throw new IllegalArgumentException("Expected a place after " + seq + ", got " + place);
        }
        at(epoch, place);
    }

    private void at(String order, long place) {
        epoch = order;
        seq = place;
        position = new Position(order, place);
    }

    /**
     * Goes on at a place that does not follow from what is known: history was lost.
     *
     * <p>Every page is told to fetch itself. Does nothing if the log is there already.
     *
     * @param place the new place
     * @param resync makes the frame that says so
     */
    public void restart(Position place, Function<Position, byte[]> resync) {
        lock.lock();
        try {
            if (place.epoch().equals(epoch) && place.seq() == seq) {
                return;
            }
            at(place.epoch(), place.seq());
            kept.restart(seq, sessions.rooms());
            tellEveryone(resync);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends every page of v2 a frame that names how far it has come: everything for it up to there was sent before.
     *
     * @param audience the sessions
     * @param ping makes the frame
     */
    public void ping(LiveViewSession[] audience, Function<Position, byte[]> ping) {
        if (audience.length > 0) {
            lock.lock();
            try {
                delivery.deliver(audience, new Notice(ping.apply(position)));
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Sends one page of v2 a frame that names how far it has come, before anything that is sent to it later.
     *
     * @param session the page's connection
     * @param frame makes the frame
     */
    public void tell(LiveViewSession session, Function<Position, byte[]> frame) {
        boolean writer;
        lock.lock();
        try {
            writer = session.enqueue(Frame.of(frame.apply(position)));
        } finally {
            lock.unlock();
        }
        if (writer) {
            session.flush();
        }
    }

    private void tellEveryone(Function<Position, byte[]> frame) {
        LiveViewSession[] everyone = sessions.inRoom(RoomName.EVERYONE);
        if (everyone.length > 0) {
            delivery.deliver(everyone, new Notice(frame.apply(position)));
        }
    }

    /**
     * Brings a session of v1 into its rooms, from now on.
     *
     * @param session a registered session
     * @param names its rooms
     */
    public void enter(LiveViewSession session, Collection<String> names) {
        lock.lock();
        try {
            names.forEach(name -> add(session, name));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Brings a session of v2 into its rooms and gives it what it missed there.
     *
     * <p>One frame holds what was missed and, at its end, the greeting. May be called again for the same session, whose rooms
     * are then those named now.
     *
     * @param session a registered session
     * @param named its rooms; asked with the log's lock held, so that whoever changes them first and then joins or leaves is
     *     heard in any case
     * @param since what the page has, or {@code null} if it is new
     * @param complete whether the page is in all the rooms that it follows; if not it has to fetch itself
     * @param greeting makes the end of the frame, and what follows it
     */
    public void enter(
            LiveViewSession session,
            Supplier<Set<String>> named,
            @Nullable Position since,
            boolean complete,
            Greeting greeting) {
        boolean writer;
        lock.lock();
        try {
            Set<String> names = named.get();
            for (String name : sessions.roomsOf(session)) {
                if (!names.contains(name)) {
                    sessions.leave(session, name);
                }
            }
            names.forEach(name -> add(session, name));
            List<RoomUpdate> missed = since == null ? List.of() : missed(names, since);
            boolean resync = missed == null || !complete;
            List<Frame> frames = new ArrayList<>();
            if (missed != null && complete) {
                missed.forEach(update -> frames.add(update.frameFor(session)));
            }
            List<byte[]> greetings = greeting.frames(names, new Position(epoch, Math.max(seq, aheadOf(since))), resync);
            frames.add(Frame.of(greetings.get(0)));
            // One frame for good, not parts that an outbox may send apart: before the welcome only what belongs to it
            // counts.
            writer = session.enqueue(
                    frames.size() == 1
                            ? frames.get(0)
                            : Frame.of(Frame.joined(frames, false).utf8()));
            for (byte[] more : greetings.subList(1, greetings.size())) {
                writer |= session.enqueue(Frame.of(more));
            }
        } finally {
            lock.unlock();
        }
        if (writer) {
            session.flush();
        }
    }

    /** Another node may know more than this one does yet: what it has delivered must not come a second time. */
    private long aheadOf(@Nullable Position since) {
        return since != null && since.epoch().equals(epoch) ? since.seq() : 0;
    }

    /** Returns what came after a position, or {@code null} if it cannot be proved that it is all. */
    private @Nullable List<RoomUpdate> missed(Collection<String> names, Position since) {
        return since.epoch().equals(epoch) ? kept.missed(names, since.seq()) : null;
    }

    /**
     * Brings a session into one more room, from now on.
     *
     * @param session a registered session; one that is not, or no longer, gets nothing
     * @param wanted whether it is still meant to be there; asked with the log's lock held
     * @param greeting makes the frame that says so, or {@code null} for a session of v1
     */
    public void join(
            LiveViewSession session,
            String name,
            BooleanSupplier wanted,
            @Nullable Function<Position, byte[]> greeting) {
        boolean writer = false;
        lock.lock();
        try {
            if (wanted.getAsBoolean() && add(session, name) && greeting != null) {
                writer = session.enqueue(Frame.of(greeting.apply(position)));
            }
        } finally {
            lock.unlock();
        }
        if (writer) {
            session.flush();
        }
    }

    /**
     * Takes a session out of a room.
     *
     * @param wanted whether it is meant to be there again; asked with the log's lock held, and then it stays
     * @param farewell the frames that say so
     */
    public void leave(LiveViewSession session, String name, BooleanSupplier wanted, List<byte[]> farewell) {
        boolean writer = false;
        lock.lock();
        try {
            if (!wanted.getAsBoolean()) {
                sessions.leave(session, name);
                for (byte[] frame : farewell) {
                    writer |= session.enqueue(Frame.of(frame));
                }
            }
        } finally {
            lock.unlock();
        }
        if (writer) {
            session.flush();
        }
    }

    private boolean add(LiveViewSession session, String name) {
        boolean added = sessions.join(session, name);
        if (added) {
            kept.open(name, seq);
        }
        return added;
    }

    /** Lets go what is too old, and rooms that nobody is in and of which nothing is kept. To be called now and then. */
    public void expire() {
        lock.lock();
        try {
            kept.expire(nanoTime.getAsLong() - age, sessions::isOccupied);
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many rooms are known: somebody is in them, or something of them is kept. */
    public int size() {
        lock.lock();
        try {
            return kept.size();
        } finally {
            lock.unlock();
        }
    }

    /** A frame that belongs to no room; the first dialect has no word for it. */
    private record Notice(Frame v2) implements Parcel {

        Notice(byte[] frame) {
            this(Frame.shared(frame));
        }

        @Override
        public List<Frame> v1() {
            return List.of();
        }
    }
}
