package io.github.liveview4j.handler;

import java.lang.reflect.Method;

/**
 * Makes a result of what handler methods of some type return, beside the types that are known anyway.
 *
 * <p>Asked once for a method at the start, the first that supports it is kept; called on the thread of the call, for many pages
 * at the same time.
 */
public interface HandlerMethodReturnValueAdapter {

    /**
     * Tells whether this adapter knows what a method returns.
     *
     * @param method a method with {@code @LiveViewHandler}, of whose return type the generic form is there to be looked at
     */
    boolean supportsReturnType(Method method);

    /**
     * Makes a result of what a handler has returned.
     *
     * @param value never {@code null}: {@code null} sends nothing, whatever the type
     * @param method a method that this adapter supports
     * @return what to send
     * @throws Exception if it cannot be sent; it goes the way of a handler's exception
     */
    HandlerResult adapt(Object value, Method method) throws Exception;
}
