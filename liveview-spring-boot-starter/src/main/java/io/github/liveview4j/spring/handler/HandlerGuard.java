package io.github.liveview4j.spring.handler;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a handler before it can be called, and stops the start where something about it would silently not work.
 *
 * <p>Called at the start, by one thread.
 */
@FunctionalInterface
public interface HandlerGuard {

    /**
     * Looks at a handler.
     *
     * @param handler the annotated method, as it was written
     * @param type the class that was written, behind any proxy
     * @param bean what it is invoked on, or {@code null} where that is made later, as for every page
     * @throws io.github.liveview4j.handler.HandlerMappingException if it must not be called like this
     */
    void check(Method handler, Class<?> type, @Nullable Object bean);
}
