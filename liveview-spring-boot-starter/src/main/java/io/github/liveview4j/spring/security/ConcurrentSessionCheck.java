package io.github.liveview4j.spring.security;

import io.github.liveview4j.AccessCheck;
import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.spring.request.SnapshotHandshake;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;

/**
 * Holds until Spring Security marks the page's session as expired, because the user has signed in elsewhere more often than
 * {@code maximumSessions} allows, or because the application has said {@code expireNow()}.
 *
 * <p>For any thread.
 */
public final class ConcurrentSessionCheck implements AccessCheck {

    private final SessionRegistry registry;

    /** Creates a check over the registry that Spring Security uses. */
    public ConcurrentSessionCheck(SessionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public boolean holds(LiveViewHandshake handshake) {
        String id =
                handshake instanceof SnapshotHandshake known ? known.snapshot().sessionId() : null;
        // One that asks the store of Spring Session at every question marks the session itself, which is looked at
        // anyway.
        if (id == null || registry.getClass().getName().startsWith("org.springframework.session.")) {
            return true;
        }
        SessionInformation information = registry.getSessionInformation(id);
        return information == null || !information.isExpired();
    }
}
