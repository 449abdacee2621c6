package io.github.liveview4j.session;

import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the sessions of one application and looks after what they share: limits, timers, the closing of stuck ones.
 *
 * <pre>{@code
 * LiveViewSessionRegistry registry = new LiveViewSessionRegistry();
 * LiveViewSessions sessions = new LiveViewSessions(registry, SessionLimits.DEFAULTS);
 * sessions.start();
 *
 * LiveViewSession session = sessions.create(id, room, subprotocol, user, attributes, wire);   // on open
 * registry.add(session);
 * session.heard();                                                                            // on every frame
 * session.disconnected();                                                                     // on close
 * }</pre>
 *
 * <p>Any thread may call any method.
 */
public final class LiveViewSessions implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LiveViewSessions.class);

    private final LiveViewSessionRegistry registry;
    private final SessionLimits limits;
    private final BlockingGate gate = new BlockingGate();
    private final SessionCloser closer = new SessionCloser();
    private final CorkWatcher watcher = new CorkWatcher();
    private final StuckWriteTimer timer;

    /**
     * Makes the factory; {@link #start()} sets its timers going.
     *
     * @param registry where sessions that end are taken out of
     */
    public LiveViewSessions(LiveViewSessionRegistry registry, SessionLimits limits) {
        this.registry = registry;
        this.limits = limits;
        this.timer = new StuckWriteTimer(registry, limits.sendTimeout());
    }

    /**
     * Makes the session of a connection that was just opened.
     *
     * <p>It is in no registry yet: {@link LiveViewSessionRegistry#add} makes it reachable for broadcasts and for the
     * timer, at the moment the caller thinks right.
     *
     * @param id unique on this node
     * @param subprotocol what the handshake agreed on, or {@code null}
     * @param user who was signed in at the handshake, or {@code null}
     * @param attributes what the handshake knew; copied, entries without a value are left out
     * @param wire written to by this session alone from now on
     */
    public LiveViewSession create(
            String id,
            String room,
            @Nullable String subprotocol,
            @Nullable Principal user,
            Map<String, Object> attributes,
            Wire wire) {
        return new LiveViewSession(id, room, subprotocol, user, attributes, this, wire);
    }

    /** Starts what ends sessions whose write takes too long and sends what is held back too long; does nothing if it runs. */
    public void start() {
        timer.start();
        watcher.start();
    }

    /**
     * Stops what {@link #start()} has started; it can be started again.
     *
     * <p>Sessions stay as they are: closing them, and telling the browsers when to come back, is for whoever stops the
     * application. Threads that close connections end by themselves when there is nothing more to close.
     */
    @Override
    public void close() {
        timer.stop();
        watcher.stop();
    }

    /**
     * Closes every session in the registry and waits until the connections are closed.
     *
     * @param reason what the browsers are told
     * @param patience how long to wait at most; connections that are not closed by then are still being closed
     */
    public void closeAll(CloseReason reason, Duration patience) {
        for (LiveViewSession session : registry.all()) {
            session.close(reason);
        }
        closer.await(patience);
    }

    Outbox outbox(Wire wire, OutboxOwner owner) {
        return new Outbox(wire, limits.outboxLimit(), gate, watcher, owner);
    }

    BlockingGate gate() {
        return gate;
    }

    void ended(LiveViewSession session, CloseReason reason, @Nullable Throwable cause) {
        // First of all, so that nobody sends to it any more, however long the closing takes.
        forget(session);
        if (cause != null) {
            log.debug("{} ended: its browser could not be written to", session, cause);
        } else {
            log.debug("{} ended: {}", session, reason);
        }
        closer.close(session, reason);
    }

    void forget(LiveViewSession session) {
        registry.remove(session);
    }
}
