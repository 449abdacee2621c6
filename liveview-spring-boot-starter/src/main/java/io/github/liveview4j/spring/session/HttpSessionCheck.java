package io.github.liveview4j.spring.session;

import io.github.liveview4j.AccessCheck;
import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.spring.request.HandshakeSnapshot;
import io.github.liveview4j.spring.request.SnapshotHandshake;
import java.util.List;

/**
 * Holds for a page as long as its HTTP session is there, under the same id, with the same user and the same authorities.
 *
 * <p>A page that had no session at its handshake has none to lose. For any thread.
 */
public final class HttpSessionCheck implements AccessCheck {

    private final List<SessionStore> stores;
    private final SessionIdentity identity;

    /**
     * Creates a check.
     *
     * @param stores where sessions are; the first that has one is asked
     * @param identity says who is behind one
     */
    public HttpSessionCheck(List<SessionStore> stores, SessionIdentity identity) {
        this.stores = List.copyOf(stores);
        this.identity = identity;
    }

    @Override
    public boolean holds(LiveViewHandshake handshake) {
        return !(handshake instanceof SnapshotHandshake known)
                || known.snapshot().sessionId() == null
                || holds(known.snapshot());
    }

    private boolean holds(HandshakeSnapshot handshake) {
        for (SessionStore store : stores) {
            if (store.has(handshake)) {
                SessionStore.Found found = store.find(handshake);
                return found != null && identity.holds(handshake, found.identity());
            }
        }
        return false;
    }
}
