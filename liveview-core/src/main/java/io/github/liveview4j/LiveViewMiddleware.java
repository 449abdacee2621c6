package io.github.liveview4j;

/**
 * One link of the chain that every event passes on its way to its handler.
 *
 * <p>A middleware looks at an event, measures it, or keeps it from the handler by not calling the chain, which is what
 * {@code return False} is in django-liveview. Events that name no handler pass as well, so that a log or a limit sees
 * them. Beans of this type take part in the order of {@code @Order}; the chain is put together once, at the start.
 *
 * <p>Called on the thread of the event, for many pages at the same time.
 */
@FunctionalInterface
public interface LiveViewMiddleware {

    /**
     * Handles an event, as a rule by passing it on.
     *
     * @param consumer the page that sent it
     * @param content what it sent
     * @param chain the rest of the way, to be called at most once; not calling it ends the event here, and the page's
     *     call is answered without an error
     */
    void handle(LiveViewConsumer consumer, LiveViewContent content, Chain chain);

    /** The rest of the way to the handler. */
    @FunctionalInterface
    interface Chain {

        /**
         * Runs the next middleware, in the end the handler.
         *
         * <p>An exception of the handler comes out as it was thrown, also a checked one.
         *
         * @throws IllegalStateException if the handler has been run by this chain before
         */
        void proceed();
    }
}
