package io.github.liveview4j.spring.session;

import io.github.liveview4j.spring.request.HandshakeSnapshot;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says who is behind an HTTP session, and whether that is still who it was.
 *
 * <p>The port by which Spring Security comes in. For any thread.
 */
public interface SessionIdentity {

    /**
     * Reads who is behind a session.
     *
     * @param attributes gives the session's attributes by name
     * @return a small value, compared by {@code equals} and kept for a moment, or {@code null} where the session names nobody
     */
    @Nullable
    Object of(Function<String, @Nullable Object> attributes);

    /**
     * Tells whether a page's user is still behind its session.
     *
     * @param handshake what was known when the page connected
     * @param now who is behind the session now
     */
    boolean holds(HandshakeSnapshot handshake, @Nullable Object now);

    /** Returns one that knows of no users: a session that is there will do. */
    static SessionIdentity none() {
        return new SessionIdentity() {

            @Override
            public @Nullable Object of(Function<String, @Nullable Object> attributes) {
                return null;
            }

            @Override
            public boolean holds(HandshakeSnapshot handshake, @Nullable Object now) {
                return true;
            }
        };
    }
}
