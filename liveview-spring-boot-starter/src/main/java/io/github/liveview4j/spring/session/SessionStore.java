package io.github.liveview4j.spring.session;

import io.github.liveview4j.spring.request.HandshakeSnapshot;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Where the HTTP sessions are.
 *
 * <p>The port by which Spring Session comes in. For any thread.
 */
public interface SessionStore {

    /**
     * What is known of a session that is there.
     *
     * @param identity who is behind it, as {@link SessionIdentity} has it, or {@code null}
     * @param end when it ends unless it is used until then, in milliseconds since 1970
     */
    record Found(@Nullable Object identity, long end) {}

    /** Returns whether the session of a handshake is one of this store. */
    boolean has(HandshakeSnapshot handshake);

    /**
     * Looks for the session of a handshake; that it is looked for does not keep it alive.
     *
     * @return {@code null} if it has ended, or has another id by now
     * @throws RuntimeException if that cannot be found out
     */
    @Nullable
    Found find(HandshakeSnapshot handshake);

    /** Drops what is remembered of a session, of which something has become known. */
    default void forget(String key) {}

    /** Remembers nothing of a session from now on, until {@link #end} is called as often as this was: it may be changed. */
    default void begin(String key) {}

    /** Ends what {@link #begin} has begun. */
    default void end(String key) {}

    /** Returns the store of the container's sessions: the session itself knows. */
    static SessionStore ofContainer(SessionIdentity identity) {
        return new SessionStore() {

            @Override
            public boolean has(HandshakeSnapshot handshake) {
                return true;
            }

            @Override
            public @Nullable Found find(HandshakeSnapshot handshake) {
                HttpSession session = handshake.session();
                try {
                    return session == null
                                    || !session.getId().equals(handshake.sessionId())
                                    || isIdleForTooLong(session)
                            ? null
                            : new Found(identity.of(session::getAttribute), Long.MAX_VALUE);
                } catch (IllegalStateException e) {
                    return null;
                }
            }
        };
    }

    /** Containers look for these now and then only: Tomcat once a minute. */
    private static boolean isIdleForTooLong(HttpSession session) {
        long idle = System.currentTimeMillis() - session.getLastAccessedTime();
        int limit = session.getMaxInactiveInterval();
        return limit > 0 && idle >= limit * 1000L;
    }
}
