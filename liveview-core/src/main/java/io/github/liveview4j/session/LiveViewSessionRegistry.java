package io.github.liveview4j.session;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that are there now, by id and by room.
 *
 * <p>A session is in no room when it is added; {@link #join} makes broadcasts reach it there.
 *
 * <p>Those of one holder, such as one HTTP session, are found by its key, which a session has among its attributes as
 * {@link #HOLDER}.
 *
 * <p>{@link #all()} and {@link #inRoom} return arrays that are kept: as long as nobody comes or goes, each call returns
 * the same array, and whoever has it may take it as the name of an audience. Nobody may write to them. A session that
 * comes later is not in an array handed out before; one that has gone may be, and drops what is sent to it.
 *
 * <p>Any thread may call any method. Looking up an array that is already made takes no lock.
 */
public final class LiveViewSessionRegistry {

    /** The attribute of a session that names what it belongs to outside of this library, as a {@code String}. */
    public static final String HOLDER = LiveViewSessionRegistry.class.getName() + ".HOLDER";

    private static final LiveViewSession[] NOBODY = {};

    private final Map<String, LiveViewSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final Map<String, Set<LiveViewSession>> held = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile LiveViewSession @Nullable [] all = NOBODY;

    /**
     * Adds a session.
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
            if (session.attributes().get(HOLDER) instanceof String holder) {
                held.merge(holder, Set.of(session), LiveViewSessionRegistry::union);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private static Set<LiveViewSession> union(Set<LiveViewSession> some, Set<LiveViewSession> more) {
        Set<LiveViewSession> union = new HashSet<>(some);
        union.addAll(more);
        return Set.copyOf(union);
    }

    /**
     * Brings a session into a room; a second call does nothing.
     *
     * @return whether it is in the room now: {@code false} if it is not, or no longer, in this registry
     */
    public boolean join(LiveViewSession session, String name) {
        lock.lock();
        try {
            // Also one of the same id that was refused is none: nobody would ever take it out of the room again.
            if (!session.equals(sessions.get(session.id()))) {
                return false;
            }
            Set<String> before = session.rooms();
            if (!before.contains(name)) {
                Set<String> after = new HashSet<>(before);
                after.add(name);
                session.rooms(Set.copyOf(after));
                Room room = rooms.get(name);
                if (room == null) {
                    rooms.put(name, new Room(session));
                } else {
                    room.add(session);
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a session out of a room; does nothing if it is not in it. */
    public void leave(LiveViewSession session, String name) {
        lock.lock();
        try {
            if (session.rooms().contains(name)) {
                Set<String> after = new HashSet<>(session.rooms());
                after.remove(name);
                session.rooms(Set.copyOf(after));
                takeOut(session, name);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Removes a session, also from its rooms; a room without sessions is forgotten.
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
            if (session.attributes().get(HOLDER) instanceof String holder) {
                held.computeIfPresent(holder, (key, known) -> {
                    Set<LiveViewSession> rest = new HashSet<>(known);
                    rest.remove(session);
                    return rest.isEmpty() ? null : Set.copyOf(rest);
                });
            }
            session.rooms().forEach(name -> takeOut(session, name));
            session.rooms(Set.of());
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void takeOut(LiveViewSession session, String name) {
        Room room = rooms.get(name);
        if (room != null && room.remove(session)) {
            rooms.remove(name);
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

    /** Returns whether somebody is in a room. Takes no lock. */
    public boolean isOccupied(String room) {
        return rooms.containsKey(room);
    }

    /** Returns the rooms that a session is in, unmodifiable. */
    public Set<String> roomsOf(LiveViewSession session) {
        lock.lock();
        try {
            return session.rooms();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the names of the rooms that somebody is in, a view that changes with them. */
    public Set<String> rooms() {
        return Collections.unmodifiableSet(rooms.keySet());
    }

    /** Returns the session of an id, or empty if it is not, or no longer, there. */
    public Optional<LiveViewSession> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /** Returns the sessions of a holder, unmodifiable; none if it has none. Takes no lock. */
    public Set<LiveViewSession> heldBy(String holder) {
        return held.getOrDefault(holder, Set.of());
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
