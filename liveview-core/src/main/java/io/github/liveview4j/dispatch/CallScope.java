package io.github.liveview4j.dispatch;

import io.github.liveview4j.session.LiveViewSession;
import java.util.Locale;

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
     * @param locale the language of the page
     * @return what to run after the last, on the same thread, also when the handler failed
     */
    Runnable enter(LiveViewSession session, Locale locale);

    /** Returns a scope that does nothing. */
    static CallScope none() {
        return (session, locale) -> () -> {};
    }
}
