package io.github.liveview4j.spring.method;

import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.handler.HandlerMethodReturnValueAdapter;
import io.github.liveview4j.handler.HandlerResult;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;

/**
 * Lets handlers return the reactive types that Spring knows, such as Reactor's {@code Flux} and {@code Mono}: each element is sent as
 * it comes, and the source is cancelled when the page has gone.
 *
 * <p>An element is a message, or a list of messages that are applied as one step; of a source without a value, as {@code
 * Mono<Void>}, only the end is waited for. For any thread.
 */
public final class ReactiveReturnValues implements HandlerMethodReturnValueAdapter {

    private final ReactiveAdapterRegistry registry;

    /**
     * Creates the adapter.
     *
     * @param registry knows reactive types
     */
    public ReactiveReturnValues(ReactiveAdapterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public boolean supportsReturnType(Method method) {
        ReactiveAdapter adapter = registry.getAdapter(method.getReturnType());
        if (adapter == null) {
            return false;
        }
        if (adapter.isNoValue()) {
            return true;
        }
        ResolvableType element = ResolvableType.forMethodReturnType(method).getGeneric();
        Class<?> type = element.resolve(Object.class);
        return type == LiveViewMessage.class
                || type == Void.class
                || (Collection.class.isAssignableFrom(type)
                        && element.getGeneric().resolve() == LiveViewMessage.class);
    }

    @Override
    public HandlerResult adapt(Object value, Method method) {
        ReactiveAdapter adapter = registry.getAdapter(method.getReturnType(), value);
        if (adapter == null) {
            throw new IllegalStateException(
                    "Expected a reactive type, got " + value.getClass().getName());
        }
        Flow.Publisher<Object> publisher = FlowAdapters.toFlowPublisher(adapter.toPublisher(value));
        return new HandlerResult.Pushed(subscriber -> publisher.subscribe(new Steps(subscriber)));
    }

    /** Passes each element on as a step. */
    private record Steps(Flow.Subscriber<? super List<LiveViewMessage>> subscriber) implements Flow.Subscriber<Object> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(@Nullable Object element) {
            subscriber.onNext(
                    element instanceof Collection<?> messages
                            ? messages.stream().map(LiveViewMessage.class::cast).toList()
                            : List.of(LiveViewMessage.class.cast(element)));
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
