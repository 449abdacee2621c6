package io.github.liveview4j.handler;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import java.lang.reflect.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Gives a value to a parameter of a handler method.
 *
 * <p>The shape is that of Spring's resolvers of the same name. Asked once for a parameter at the start, the first that
 * supports it is kept; called on the thread of the event, for many pages at the same time.
 */
public interface HandlerMethodArgumentResolver {

    /**
     * Tells whether this resolver has a value for a parameter.
     *
     * @param parameter a parameter of a method with {@code @LiveViewHandler}
     */
    boolean supportsParameter(Parameter parameter);

    /**
     * Returns the value for one event.
     *
     * @param parameter a parameter that this resolver supports
     * @param consumer the page that sent the event
     * @param content what it sent
     * @return the value, {@code null} where there is none
     * @throws Exception if there can be no value; it goes the way of a handler's exception
     */
    @Nullable
    Object resolveArgument(Parameter parameter, LiveViewConsumer consumer, LiveViewContent content) throws Exception;
}
