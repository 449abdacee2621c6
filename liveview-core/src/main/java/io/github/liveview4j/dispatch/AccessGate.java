package io.github.liveview4j.dispatch;

import io.github.liveview4j.AccessCheck;
import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.protocol.ErrorCode;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.LiveViewSession;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the page behind a connection may still act, and closes the connection of one that may not.
 *
 * <p>For any thread.
 */
final class AccessGate {

    private final AccessCheck check;

    AccessGate(AccessCheck check) {
        this.check = check;
    }

    /** Returns why a call over a connection may not be run, or {@code null} where it may. */
    @Nullable
    RefusedCallException refusal(LiveViewSession session) {
        boolean holds;
        try {
            holds = check.holds(handshakeOf(session));
        } catch (Exception e) {
            return new RefusedCallException(
                    ErrorCode.UNAVAILABLE, "whether the page may still act could not be found out", e);
        }
        return holds
                ? null
                : new RefusedCallException(ErrorCode.SIGNED_OUT, "its user is not signed in any more", null);
    }

    /** Closes the connection of a page that may not act any more; one of which that cannot be found out stays. */
    void look(LiveViewSession session) {
        RefusedCallException refusal = refusal(session);
        if (refusal != null) {
            closeIfSignedOut(session, refusal);
        }
    }

    static void closeIfSignedOut(LiveViewSession session, RefusedCallException refusal) {
        if (refusal.code().equals(ErrorCode.SIGNED_OUT)) {
            session.close(CloseReason.SIGNED_OUT);
        }
    }

    static LiveViewHandshake handshakeOf(LiveViewSession session) {
        return session.attributes().get(LiveViewDispatcher.HANDSHAKE) instanceof LiveViewHandshake handshake
                ? handshake
                : LiveViewHandshake.of(session.user().orElse(null));
    }
}
