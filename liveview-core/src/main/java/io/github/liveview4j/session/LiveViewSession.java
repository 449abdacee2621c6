package io.github.liveview4j.session;

import java.security.Principal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket connection: who it is, which room it connected to, and its {@link Outbox}.
 *
 * <p>It ends once, whoever is first: {@link #close} by the application, {@link #disconnected} by the container, or the
 * outbox because the browser does not read. From then on it is out of the {@link LiveViewSessionRegistry}, and frames
 * for it are dropped without an error: whoever sends to many need not care who has just left.
 *
 * <p>Made by {@link LiveViewSessions#create}. Any thread may call any method.
 */
public final class LiveViewSession {

    private final String id;
    private final String room;
    private final @Nullable String subprotocol;
    private final @Nullable Principal user;
    private final Map<String, Object> attributes;
    private final LiveViewSessions sessions;
    private final Wire wire;
    private final Outbox outbox;
    private final long created = System.nanoTime();
    private volatile long heard = created;
    private volatile @Nullable String page;
    private volatile boolean busy;
    private long asked = heard;

    /** The rooms that broadcasts reach it in; read and written under the registry's lock. */
    private Set<String> rooms = Set.of();

    LiveViewSession(
            String id,
            String room,
            @Nullable String subprotocol,
            @Nullable Principal user,
            Map<String, Object> attributes,
            LiveViewSessions sessions,
            Wire wire) {
        this.id = id;
        this.room = room;
        // One string for all: to compare it, as every broadcast does with every session, touches no other memory then.
        this.subprotocol = subprotocol == null ? null : subprotocol.intern();
        this.user = user;
        this.attributes = withoutNulls(attributes);
        this.sessions = sessions;
        this.wire = wire;
        this.outbox = sessions.outbox(wire, (reason, cause) -> sessions.ended(this, reason, cause));
    }

    /** Returns the id, unique on this node; it names the connection, not the page, which outlives it. */
    public String id() {
        return id;
    }

    /** Returns the room of the address that the browser connected to. */
    public String room() {
        return room;
    }

    /** Returns the id of the page behind this connection, or {@code null} before it has said so. */
    public @Nullable String page() {
        return page;
    }

    /** Notes the page behind this connection. */
    public void page(String id) {
        page = id;
    }

    /** Returns what the handshake agreed on, or {@code null} if the client offered nothing known. */
    public @Nullable String subprotocol() {
        return subprotocol;
    }

    /** Returns the user of the handshake, or empty if nobody was signed in. */
    public Optional<Principal> user() {
        return Optional.ofNullable(user);
    }

    /**
     * Returns what the handshake knew: unmodifiable, without {@code null} keys and values.
     *
     * <p>What an application wants to remember belongs to the page and not here, as a page outlives its connections.
     */
    public Map<String, Object> attributes() {
        return attributes;
    }

    /** Returns whether frames can still be sent. */
    public boolean isOpen() {
        return !outbox.isDead() && wire.isOpen();
    }

    /**
     * Sends a frame after all those sent before; does nothing once the session has ended.
     *
     * <p>No hop to another thread, and no exception when the browser is gone. The calling thread may have to wait for
     * this browser, as in any container. Whoever has others to serve uses {@link #enqueue} and {@link #flush}.
     */
    public void send(Frame frame) {
        outbox.offer(frame);
    }

    /**
     * The first half of {@link #send}: takes the frame at its place in the order and never waits for the browser.
     *
     * <p>Several frames may be taken before one {@link #flush()}.
     *
     * @return whether the caller must call {@link #flush()}, on the same thread; until then nothing is sent
     */
    public boolean enqueue(Frame frame) {
        return outbox.add(frame);
    }

    /**
     * The second half of {@link #send}: writes what was taken. Only for the caller to whom {@link #enqueue} said so.
     *
     * <p>May wait for this browser. A thread that watches may then call {@link #foundStuck()} and let another thread go
     * on with the other sessions: the order of this one is already settled.
     */
    public void flush() {
        outbox.flush();
    }

    /**
     * Holds back what this thread sends from now on, so that it goes out as one frame with {@link #uncork()}, which must follow
     * on the same thread.
     *
     * <p>For some milliseconds at most, and not longer than until another thread sends something. Only frames that were made
     * by {@link Frame#object} are joined; the others go out one by one, in the order of sending.
     */
    public void cork() {
        outbox.cork();
    }

    /** Sends what was held back for this thread; does nothing where nothing is held back for it. */
    public void uncork() {
        outbox.uncork(true);
    }

    /**
     * Says that a thread is held up by this browser: it is never waited for again, and for a second no browser is.
     *
     * <p>Does not free the thread: neither this nor closing the connection wakes a write that blocks.
     */
    public void foundStuck() {
        outbox.slow();
        sessions.gate().doubt();
    }

    /**
     * Ends this session and closes the connection; a second call does nothing.
     *
     * <p>Returns at once, the closing happens on a thread kept for it. Frames that still wait for the browser are dropped.
     */
    public void close(CloseReason reason) {
        // What a handler has sent before it closes, or is closed, was sent for the handler.
        outbox.uncork(false);
        if (outbox.shut()) {
            sessions.ended(this, reason, null);
        }
    }

    /**
     * Ends this session because the container says that the connection is gone; closes nothing, a second call does
     * nothing.
     */
    public void disconnected() {
        outbox.shut();
        sessions.forget(this);
        wire.forget();
    }

    /** Notes that something came from the browser just now, of whatever kind. */
    public void heard() {
        heard = System.nanoTime();
    }

    /**
     * Notes whether a frame of the browser is being worked on: until it is done no other is read, so that silence says
     * nothing.
     */
    public void busy(boolean working) {
        busy = working;
        heard();
    }

    /** Returns whether a frame of the browser is being worked on. */
    public boolean isBusy() {
        return busy;
    }

    /**
     * Returns whether the browser is to be asked for a sign of life now, and takes note that it is.
     *
     * <p>For one thread. The first question is due an interval after the creation.
     *
     * @param now the time, as {@link System#nanoTime()} has it
     * @param interval how many nanoseconds are to be between two questions
     */
    public boolean isDueToBeAsked(long now, long interval) {
        if (now - asked < interval) {
            return false;
        }
        asked = now;
        return true;
    }

    /** Returns how long nothing has come from the browser; counted from the creation if nothing ever did. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heard);
    }

    /** Returns how long this session has been there. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - created);
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> attributes) {
        if (attributes.values().stream().noneMatch(Objects::isNull)) {
            return Map.copyOf(attributes);
        }
        Map<String, Object> kept = new HashMap<>(attributes);
        kept.values().removeIf(Objects::isNull);
        return Map.copyOf(kept);
    }

    void endIfStuckFor(long nanos) {
        outbox.endIfStuckFor(nanos);
    }

    Set<String> rooms() {
        return rooms;
    }

    void rooms(Set<String> all) {
        rooms = all;
    }

    Wire wire() {
        return wire;
    }

    boolean hasEnded() {
        return outbox.isDead();
    }

    /** Returns the id alone: rooms and users may be secrets, and this goes into logs. */
    @Override
    public String toString() {
        return "LiveViewSession[" + id + "]";
    }
}
