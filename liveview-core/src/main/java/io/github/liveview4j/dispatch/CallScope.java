package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewConsumer;
import java.util.Map;

/**
 * Puts on the thread of a call what middlewares and handlers expect there, and takes it off again.
 *
 * <p>The port by which the starter brings the locale, the request and the security context of Spring. For any thread.
 */
@FunctionalInterface
public interface CallScope {

    /**
     * Enters before the first middleware, and again where a call goes on after its handler has returned.
     *
     * @param consumer the page that makes the call
     * @param connection the attributes of the connection that the call came over
     * @return what is on the thread from now on
     */
    Entered enter(LiveViewConsumer consumer, Map<String, Object> connection);

    /** Returns a scope that does nothing. */
    static CallScope none() {
        return (consumer, connection) -> () -> {};
    }

    /** What is on the thread during a call. */
    @FunctionalInterface
    interface Entered {

        /** Takes everything off, after the last middleware, on the same thread, also when the handler failed. */
        void exit();

        /**
         * Returns the variables that every template of the call sees beside those of its message, as the model of a controller.
         *
         * <p>Asked for at every render, from any thread, also after the exit.
         */
        default Map<String, Object> model() {
            return Map.of();
        }
    }
}
