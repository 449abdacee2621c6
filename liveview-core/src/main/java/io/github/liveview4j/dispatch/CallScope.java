package io.github.liveview4j.dispatch;

import io.github.liveview4j.session.LiveViewSession;

/**
 * Puts on the thread of an event what middlewares and handlers expect there, and takes it off again.
 *
 * <p>The port by which the starter brings the locale, the request and the security context of Spring. For any thread.
 */
@FunctionalInterface
public interface CallScope {

    /**
     * Enters before the first middleware.
     *
     * @param session the connection that the event came over
     * @return what to run after the last, on the same thread, also when the handler failed
     */
    Runnable enter(LiveViewSession session);

    /** Returns a scope that does nothing. */
    static CallScope none() {
        return session -> () -> {};
    }
}
