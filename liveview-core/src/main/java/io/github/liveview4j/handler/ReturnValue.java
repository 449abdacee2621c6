package io.github.liveview4j.handler;

import io.github.liveview4j.LiveViewMessage;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types that a handler method may return whatever the framework around it. For any thread. */
final class ReturnValue {

    static final String NAMES =
            "nothing, a LiveViewMessage or a List<LiveViewMessage>, or either of them later or bit by bit: "
                    + "as CompletionStage<..>, Stream<..> or Flow.Publisher<..>";

    private ReturnValue() {}

    /** Returns what makes a result of a value that the method returns, or {@code null} where the type is none of these. */
    static @Nullable Function<Object, HandlerResult> of(Method method) {
        Type type = method.getGenericReturnType();
        if (type == void.class || type == Void.class) {
            return value -> HandlerResult.NOTHING;
        }
        if (isStep(type)) {
            return value -> new HandlerResult.Messages(step(value));
        }
        Type element = argumentOf(type);
        if (element == null) {
            return null;
        }
        Class<?> raw = method.getReturnType();
        if (CompletionStage.class.isAssignableFrom(raw) && (isStep(element) || element == Void.class)) {
            return value -> new HandlerResult.Later(((CompletionStage<?>) value).thenApply(ReturnValue::step));
        }
        if (raw == Stream.class && isStep(element)) {
            return value -> new HandlerResult.Pulled(((Stream<?>) value).map(ReturnValue::step));
        }
        if (Flow.Publisher.class.isAssignableFrom(raw) && isStep(element)) {
            return value -> new HandlerResult.Pushed(steps((Flow.Publisher<?>) value));
        }
        return null;
    }

    /** A message, or several that are applied at once. */
    private static boolean isStep(Type type) {
        return type == LiveViewMessage.class
                || (type instanceof ParameterizedType parameterized
                        && parameterized.getRawType() instanceof Class<?> raw
                        && Collection.class.isAssignableFrom(raw)
                        && argumentOf(type) == LiveViewMessage.class);
    }

    private static @Nullable Type argumentOf(Type type) {
        if (!(type instanceof ParameterizedType parameterized) || parameterized.getActualTypeArguments().length != 1) {
            return null;
        }
        Type argument = parameterized.getActualTypeArguments()[0];
        return argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
    }

    static List<LiveViewMessage> step(@Nullable Object value) {
        if (value instanceof LiveViewMessage message) {
            return List.of(message);
        }
        if (value instanceof Collection<?> messages) {
            return messages.stream().map(LiveViewMessage.class::cast).toList();
        }
        return List.of();
    }

    private static <T> Flow.Publisher<List<LiveViewMessage>> steps(Flow.Publisher<T> publisher) {
        return subscriber -> publisher.subscribe(new Flow.Subscriber<T>() {
            private Flow.@Nullable Subscription upstream;

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                upstream = subscription;
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(T value) {
                List<LiveViewMessage> step;
                try {
                    step = step(value);
                } catch (ClassCastException e) {
                    // Of a raw type, which no declaration shows. A publisher does not expect that its subscriber
                    // throws.
                    subscriber.onError(e);
                    if (upstream != null) {
                        upstream.cancel();
                    }
                    return;
                }
                subscriber.onNext(step);
            }

            @Override
            public void onError(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }
}
