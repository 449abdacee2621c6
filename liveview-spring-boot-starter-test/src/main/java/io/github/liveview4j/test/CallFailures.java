package io.github.liveview4j.test;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMiddleware;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Keeps what handlers throw, which a browser never learns, so that a test can be told: it resolves nothing and handles nothing.
 *
 * <p>For any thread.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CallFailures implements LiveViewExceptionResolver, LiveViewMiddleware {

    /** By the page's id and the function. */
    private final Map<String, Throwable> thrown = new ConcurrentHashMap<>();

    @Override
    public @Nullable Resolution resolve(Exception exception, LiveViewConsumer consumer, LiveViewContent content) {
        thrown.put(key(consumer.id(), content.function()), exception);
        return null;
    }

    @Override
    public void handle(LiveViewConsumer consumer, LiveViewContent content, Chain chain) {
        thrown.remove(key(consumer.id(), content.function()));
        try {
            chain.proceed();
        } catch (Error e) {
            // Resolvers are asked about exceptions only.
            thrown.put(key(consumer.id(), content.function()), e);
            throw e;
        }
    }

    /** Returns what the last call of a function by a page has thrown, once. */
    Optional<Throwable> take(String page, @Nullable String function) {
        return Optional.ofNullable(thrown.remove(key(page, function)));
    }

    private static String key(String page, @Nullable String function) {
        return page + " " + function;
    }
}
