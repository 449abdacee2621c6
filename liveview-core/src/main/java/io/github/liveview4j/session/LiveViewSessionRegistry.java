package io.github.liveview4j.session;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that are there now, by id and by room.
 *
 * <p>{@link #all()} and {@link #inRoom} return arrays that are kept: as long as nobody comes or goes, each call returns
 * the same array, and whoever has it may take it as the name of an audience. Nobody may write to them. A session that
 * comes later is not in an array handed out before; one that has gone may be, and drops what is sent to it.
 *
 * <p>Any thread may call any method. Looking up an array that is already made takes no lock.
 */
public final class LiveViewSessionRegistry {

    private static final LiveViewSession[] NOBODY = {};

    private final Map<String, LiveViewSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile LiveViewSession @Nullable [] all = NOBODY;

    /**
     * Adds a session to its room.
     *
     * @return whether it is there now: {@code false} if it has already ended, so that one that ends while it is being
     *     added does not stay for ever
     * @throws IllegalArgumentException if a session of the same id is there, this one included
     */
    public boolean add(LiveViewSession session) {
        lock.lock();
        try {
            // Whoever ends a session first marks it and then removes it, which waits for this lock.
            if (session.hasEnded()) {
                return false;
            }
            if (sessions.putIfAbsent(session.id(), session) != null) {
                throw new IllegalArgumentException(
                        "Expected an id that no other session has, got " + session.id() + " a second time");
            }
            all = null;
            Room room = rooms.get(session.room());
            if (room == null) {
                rooms.put(session.room(), new Room(session));
            } else {
                room.add(session);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Removes a session; a room without sessions is forgotten.
     *
     * @return whether it was there
     */
    public boolean remove(LiveViewSession session) {
        lock.lock();
        try {
            if (!sessions.remove(session.id(), session)) {
                return false;
            }
            all = null;
            Room room = rooms.get(session.room());
            if (room != null && room.remove(session)) {
                rooms.remove(session.room());
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Returns every session, in no particular order; the same array until one comes or goes. Not to be written to. */
    public LiveViewSession[] all() {
        LiveViewSession[] known = all;
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            known = all;
            if (known == null) {
                known = sessions.values().toArray(NOBODY);
                all = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the sessions of a room, none if nobody is there; the same array until one comes or goes. Not to be
     * written to.
     */
    public LiveViewSession[] inRoom(String room) {
        Room found = rooms.get(room);
        if (found == null) {
            return NOBODY;
        }
        LiveViewSession[] known = found.known();
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            return found.snapshot();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the session of an id, or empty if it is not, or no longer, there. */
    public Optional<LiveViewSession> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /** Returns how many sessions there are. */
    public int size() {
        return sessions.size();
    }

    /** Returns how many rooms have at least one session. */
    public int roomCount() {
        return rooms.size();
    }
}
