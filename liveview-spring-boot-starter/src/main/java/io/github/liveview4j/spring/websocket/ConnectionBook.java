package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.limit.Counts;
import io.github.liveview4j.limit.Meters;
import io.github.liveview4j.limit.Peer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts sockets and handshakes, and says of whom there are too many.
 *
 * <p>Looked into before the upgrade, where a refusal has a status. What counts is the socket that is open: a handshake that comes to
 * nothing leaves nothing here, and of many at the same moment those are closed that are too many. For any thread.
 */
public final class ConnectionBook {

    private static final Logger log = LoggerFactory.getLogger(ConnectionBook.class);
    private static final String OF_A_PROXY = "If that is a proxy, let it send X-Forwarded-For and set "
            + "server.forward-headers-strategy, so that each browser is counted by itself";
    private static final String OF_TABS =
            "All tabs of a browser that are seen, or have been in the last minutes, are one each; "
                    + "where people need more, set it higher";
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final ConnectionLimits limits;
    private final LongSupplier nanoTime;
    private final Counts sessions;
    private final Counts addresses;
    private final Meters handshakes;
    private final AtomicLong told;

    /**
     * Makes a book in which nobody stands.
     *
     * @param limits what to refuse
     */
    public ConnectionBook(ConnectionLimits limits) {
        this(limits, System::nanoTime);
    }

    ConnectionBook(ConnectionLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.sessions = new Counts(limits.ofSession());
        this.addresses = new Counts(limits.ofAddress());
        this.handshakes = new Meters(limits.handshakes());
        this.told = new AtomicLong(nanoTime.getAsLong() - MINUTE);
    }

    /** Counts a handshake; returns why it is refused, empty where it is not. */
    Optional<String> refusal(Peer peer) {
        long now = nanoTime.getAsLong();
        String address = peer.address();
        if (address != null
                && limits.handshakes().isLimited()
                && !handshakes.of(address, now).take(now)) {
            return said(
                    "an address asks for more than " + limits.handshakes().perSecond()
                            + " connections a second (liveview.limits.handshakes)",
                    OF_A_PROXY);
        }
        if (addresses.isFull(address)) {
            return said(
                    "an address has " + limits.ofAddress() + " connections (liveview.limits.address-sockets)",
                    OF_A_PROXY);
        }
        if (sessions.isFull(peer.session())) {
            return said(
                    "a session has " + limits.ofSession() + " connections (liveview.limits.session-sockets)", OF_TABS);
        }
        return Optional.empty();
    }

    /** Enters a socket that was opened; returns whether it may stay, and is then to be taken out by {@link #leave}. */
    boolean enter(Peer peer) {
        if (!addresses.take(peer.address())) {
            return false;
        }
        if (!sessions.take(peer.session())) {
            addresses.giveBack(peer.address());
            return false;
        }
        return true;
    }

    /** Takes out a socket that was entered and is closed. */
    void leave(Peer peer) {
        sessions.giveBack(peer.session());
        addresses.giveBack(peer.address());
    }

    /** Returns how many sessions and addresses stand here; after a while without handshakes, those that have a socket. */
    public int size() {
        handshakes.forget(nanoTime.getAsLong());
        return sessions.size() + addresses.size() + handshakes.size();
    }

    private Optional<String> said(String reason, String advice) {
        long now = nanoTime.getAsLong();
        long last = told.get();
        if (now - last >= MINUTE && told.compareAndSet(last, now)) {
            log.warn(
                    "Connections are refused (429): {}. {}. Further ones are not told of for a minute", reason, advice);
        }
        return Optional.of(reason);
    }
}
