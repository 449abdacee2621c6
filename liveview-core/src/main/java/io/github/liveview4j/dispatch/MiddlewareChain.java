package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMiddleware;
import java.util.List;

/**
 * The middlewares and what is behind them, folded into one link when the application starts, so that an event costs no
 * loop and no index (the idea is Spring for GraphQL's).
 */
final class MiddlewareChain {

    /** What a link does with one call. */
    @FunctionalInterface
    interface Link {
        void run(LiveViewConsumer consumer, LiveViewContent content, Call call);
    }

    private MiddlewareChain() {}

    static Link fold(List<LiveViewMiddleware> middlewares, Link handler) {
        Link chain = handler;
        for (int i = middlewares.size() - 1; i >= 0; i--) {
            LiveViewMiddleware middleware = middlewares.get(i);
            Link next = chain;
            chain = (consumer, content, call) ->
                    middleware.handle(consumer, content, () -> next.run(consumer, content, call));
        }
        return chain;
    }
}
