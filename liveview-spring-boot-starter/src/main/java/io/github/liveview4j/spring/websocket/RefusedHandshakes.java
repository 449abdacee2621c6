package io.github.liveview4j.spring.websocket;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Says in the log why handshakes are refused: each reason once in ten minutes, and a hundred of each kind.
 *
 * <p>Anybody can cause them, as often as they like, with reasons of their own making. So that a stranger who makes up rooms
 * does not silence other faults for ever, kinds are counted apart, and what was told is forgotten in time. For any thread.
 */
final class RefusedHandshakes {

    static final int ENOUGH = 100;
    static final Duration AGAIN = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(HandshakeGate.class);

    private final LongSupplier nanoTime;
    /** What has been told, by its kind. */
    private final Map<String, Set<String>> told = new HashMap<>();

    private long since;

    RefusedHandshakes(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    /**
     * Tells of one.
     *
     * @param reason begins with its kind
     * @param cause what of the application failed, or {@code null}
     */
    void tell(HttpStatus status, String reason, @Nullable Exception cause) {
        // The text of a failure names a stranger's room: of those, each sort is told.
        boolean isFirst = cause == null
                ? isFirst(reason.split("[ :]", 2)[0], reason)
                : isFirst("failure", cause.getClass().getName());
        if (isFirst && cause != null) {
            log.error("A handshake was refused ({}) for its {}", status.value(), reason, cause);
        } else if (isFirst) {
            log.warn("A handshake was refused ({}) for its {}", status.value(), reason);
        } else {
            log.debug("A handshake was refused ({}) for its {}", status.value(), reason, cause);
        }
    }

    private synchronized boolean isFirst(String kind, String what) {
        long now = nanoTime.getAsLong();
        if (now - since >= AGAIN.toNanos()) {
            since = now;
            told.clear();
        }
        Set<String> known = told.computeIfAbsent(kind, key -> new HashSet<>());
        return known.size() < ENOUGH && known.add(what);
    }
}
