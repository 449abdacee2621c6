package io.github.liveview4j.handler;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method that answers the event of one name.
 *
 * <p>Everything about its signature is checked and decided when it is made; a call resolves the arguments and invokes.
 * Immutable, for any thread.
 */
public final class HandlerMethod {

    private final String name;
    private final Supplier<?> bean;
    private final Method method;
    private final Method invocable;
    private final Parameter[] parameters;
    private final HandlerMethodArgumentResolver[] resolvers;
    private final ReturnValueConversion conversion;

    /** Makes a result of what the method returns; {@code null} is not given to it. */
    @FunctionalInterface
    private interface ReturnValueConversion {
        HandlerResult convert(Object value) throws Exception;
    }

    private HandlerMethod(
            String name,
            Supplier<?> bean,
            Method method,
            Method invocable,
            HandlerMethodArgumentResolver[] resolvers,
            ReturnValueConversion conversion) {
        this.name = name;
        this.bean = bean;
        this.method = method;
        this.invocable = invocable;
        this.parameters = method.getParameters();
        this.resolvers = resolvers;
        this.conversion = conversion;
    }

    /**
     * Makes a handler of an annotated method.
     *
     * @param bean gives the object to invoke the method on, asked anew for every event
     * @param method the annotated method, as it was written
     * @param invocable the method to invoke on the bean, another one than {@code method} where the bean is a proxy
     * @param resolvers what gives values to parameters of other types than the built-in ones; the first that can does
     * @param adapters know what methods of other types than the built-in ones return; the first that can does
     * @throws HandlerMappingException if the method has a signature that cannot work
     */
    public static HandlerMethod of(
            Supplier<?> bean,
            Method method,
            Method invocable,
            List<HandlerMethodArgumentResolver> resolvers,
            List<HandlerMethodReturnValueAdapter> adapters) {
        LiveViewHandler annotation = method.getAnnotation(LiveViewHandler.class);
        String name = annotation == null || annotation.value().isBlank() ? method.getName() : annotation.value();
        if (Modifier.isStatic(method.getModifiers())) {
            throw refused(method, "is static", "Make it a method of the bean.");
        }
        ReturnValueConversion conversion = conversion(method, adapters);
        HandlerMethodArgumentResolver[] chosen = Stream.of(method.getParameters())
                .map(parameter -> choose(method, parameter, resolvers))
                .toArray(HandlerMethodArgumentResolver[]::new);
        makeAccessible(method, invocable);
        return new HandlerMethod(name, bean, method, invocable, chosen, conversion);
    }

    /** Returns the name by which a page calls it. */
    public String name() {
        return name;
    }

    /** Returns class and method as a developer would say it, such as {@code Greetings.sayHello}. */
    public String describe() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** Returns the annotated method. */
    public Method method() {
        return method;
    }

    /**
     * Runs the handler.
     *
     * @param consumer the page that sent the event
     * @param content what it sent
     * @return what the handler returned
     * @throws Throwable what the handler threw, as it was thrown
     */
    public HandlerResult invoke(LiveViewConsumer consumer, LiveViewContent content) throws Throwable {
        return invoke(consumer, content, () -> {});
    }

    /**
     * Runs the handler, if something else lets it.
     *
     * @param consumer the page that sent the event
     * @param content what it sent
     * @param last run when everything else is ready, so that as little time as can be is between it and the handler; what it
     *     throws comes out, and the handler is not run
     * @return what the handler returned
     * @throws Throwable what the handler threw, as it was thrown
     */
    public HandlerResult invoke(LiveViewConsumer consumer, LiveViewContent content, Runnable last) throws Throwable {
        @Nullable Object[] arguments = new Object[resolvers.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = resolvers[i].resolveArgument(parameters[i], consumer, content);
        }
        Object target = bean.get();
        last.run();
        Object result;
        try {
            result = invocable.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        } catch (IllegalArgumentException | IllegalAccessException e) {
            throw new LiveViewException("Could not call " + describe() + " with (" + typesOf(arguments) + ")", e);
        }
        return result == null ? HandlerResult.NOTHING : conversion.convert(result);
    }

    private static ReturnValueConversion conversion(Method method, List<HandlerMethodReturnValueAdapter> adapters) {
        Function<Object, HandlerResult> known = ReturnValue.of(method);
        if (known != null) {
            return known::apply;
        }
        for (HandlerMethodReturnValueAdapter adapter : adapters) {
            if (adapter.supportsReturnType(method)) {
                return value -> adapter.adapt(value, method);
            }
        }
        throw refused(
                method,
                "returns " + method.getGenericReturnType().getTypeName(),
                "Return " + ReturnValue.NAMES + "; for any other type declare a HandlerMethodReturnValueAdapter bean.");
    }

    private static HandlerMethodArgumentResolver choose(
            Method method, Parameter parameter, List<HandlerMethodArgumentResolver> resolvers) {
        return Stream.concat(BuiltInArguments.all().stream(), resolvers.stream())
                .filter(resolver -> resolver.supportsParameter(parameter))
                .findFirst()
                .orElseThrow(() -> refused(
                        method,
                        "has a parameter of type "
                                + parameter.getParameterizedType().getTypeName(),
                        "Known are " + BuiltInArguments.NAMES
                                + "; for any other type declare a HandlerMethodArgumentResolver bean."));
    }

    private static void makeAccessible(Method method, Method invocable) {
        try {
            invocable.setAccessible(true);
        } catch (RuntimeException e) {
            throw refused(
                    method,
                    "cannot be called from outside its module (" + e.getMessage() + ")",
                    "Open its package, or make class and method public.");
        }
    }

    private static HandlerMappingException refused(Method method, String why, String action) {
        return new HandlerMappingException(
                "The handler method " + method.getDeclaringClass().getName() + "." + method.getName() + " " + why + ".",
                action);
    }

    private static String typesOf(@Nullable Object[] arguments) {
        // Types and never values: a value may be what somebody typed.
        return Stream.of(arguments)
                .map(argument -> argument == null ? "null" : argument.getClass().getSimpleName())
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name + " -> " + describe();
    }
}
