package io.github.liveview4j.handler;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The handlers by name.
 *
 * <p>Empty until it is filled, which happens once, at the start; read-only from then on, for any thread.
 */
public final class HandlerMethodRegistry {

    private volatile @Nullable Map<String, HandlerMethod> handlers;

    /** Creates a registry that is still to be filled. */
    public HandlerMethodRegistry() {}

    /**
     * Takes all handlers there will be.
     *
     * @param methods the handlers
     * @throws HandlerMappingException if two have the same name, naming both
     * @throws IllegalStateException if the registry has been filled before
     */
    public synchronized void fill(Collection<HandlerMethod> methods) {
        if (handlers != null) {
            throw new IllegalStateException("The handlers are registered once, at the start; this is the second time");
        }
        Map<String, HandlerMethod> byName = new TreeMap<>();
        for (HandlerMethod method : methods) {
            HandlerMethod other = byName.putIfAbsent(method.name(), method);
            if (other != null) {
                throw twice(other, method);
            }
        }
        handlers = Collections.unmodifiableMap(byName);
    }

    /**
     * Finds the handler of a name.
     *
     * @param name the exact name
     */
    public Optional<HandlerMethod> find(String name) {
        return Optional.ofNullable(all().get(name));
    }

    /** Returns the names of all handlers, in alphabetical order, unmodifiable. */
    public Set<String> names() {
        return all().keySet();
    }

    /** Returns all handlers, in the order of their names, unmodifiable. */
    public Collection<HandlerMethod> handlers() {
        return all().values();
    }

    private Map<String, HandlerMethod> all() {
        Map<String, HandlerMethod> map = handlers;
        return map == null ? Map.of() : map;
    }

    private static HandlerMappingException twice(HandlerMethod one, HandlerMethod other) {
        if (one.method().equals(other.method())) {
            return new HandlerMappingException(
                    "Two beans answer the event '" + one.name() + "' with the same method: " + full(one) + ".",
                    "Make the class a bean once; a method that declares it as a bean has to return the class itself, as a "
                            + "class that no bean is known to be of is made one.");
        }
        return new HandlerMappingException(
                "Two methods answer the event '" + one.name() + "': " + full(one) + " and " + full(other) + ".",
                "Give one of them another name in @LiveViewHandler, or remove it.");
    }

    private static String full(HandlerMethod method) {
        return method.method().getDeclaringClass().getName() + "."
                + method.method().getName();
    }
}
