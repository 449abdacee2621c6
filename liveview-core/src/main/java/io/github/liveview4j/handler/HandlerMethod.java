package io.github.liveview4j.handler;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    private HandlerMethod(
            String name, Supplier<?> bean, Method method, Method invocable, HandlerMethodArgumentResolver[] resolvers) {
        this.name = name;
        this.bean = bean;
        this.method = method;
        this.invocable = invocable;
        this.parameters = method.getParameters();
        this.resolvers = resolvers;
    }

    /**
     * Makes a handler of an annotated method.
     *
     * @param bean gives the object to invoke the method on, asked anew for every event
     * @param method the annotated method, as it was written
     * @param invocable the method to invoke on the bean, another one than {@code method} where the bean is a proxy
     * @param resolvers what gives values to parameters of other types than the built-in ones; the first that can does
     * @throws HandlerMappingException if the method has a signature that cannot work
     */
    public static HandlerMethod of(
            Supplier<?> bean, Method method, Method invocable, List<HandlerMethodArgumentResolver> resolvers) {
        LiveViewHandler annotation = method.getAnnotation(LiveViewHandler.class);
        String name = annotation == null || annotation.value().isBlank() ? method.getName() : annotation.value();
        if (Modifier.isStatic(method.getModifiers())) {
            throw refused(method, "is static", "Make it a method of the bean.");
        }
        if (!isKnownResult(method.getGenericReturnType())) {
            throw refused(
                    method,
                    "returns " + method.getGenericReturnType().getTypeName(),
                    "Return nothing, a LiveViewMessage or a List<LiveViewMessage>.");
        }
        HandlerMethodArgumentResolver[] chosen = Stream.of(method.getParameters())
                .map(parameter -> choose(method, parameter, resolvers))
                .toArray(HandlerMethodArgumentResolver[]::new);
        makeAccessible(method, invocable);
        return new HandlerMethod(name, bean, method, invocable, chosen);
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
     * @return what the handler returned, empty where it returned nothing
     * @throws Throwable what the handler threw, as it was thrown
     */
    public List<LiveViewMessage> invoke(LiveViewConsumer consumer, LiveViewContent content) throws Throwable {
        @Nullable Object[] arguments = new Object[resolvers.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = resolvers[i].resolveArgument(parameters[i], consumer, content);
        }
        Object target = bean.get();
        Object result;
        try {
            result = invocable.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        } catch (IllegalArgumentException | IllegalAccessException e) {
            throw new LiveViewException("Could not call " + describe() + " with (" + typesOf(arguments) + ")", e);
        }
        if (result instanceof LiveViewMessage message) {
            return List.of(message);
        }
        if (result instanceof Collection<?> messages) {
            List<LiveViewMessage> all = new ArrayList<>(messages.size());
            messages.forEach(message -> all.add((LiveViewMessage) message));
            return all;
        }
        return List.of();
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

    private static boolean isKnownResult(Type type) {
        if (type == void.class || type == LiveViewMessage.class) {
            return true;
        }
        return type instanceof ParameterizedType parameterized
                && parameterized.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)
                && parameterized.getActualTypeArguments().length == 1
                && parameterized.getActualTypeArguments()[0] == LiveViewMessage.class;
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
