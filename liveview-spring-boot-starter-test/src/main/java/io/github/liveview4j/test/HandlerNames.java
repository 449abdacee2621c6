package io.github.liveview4j.test;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.handler.HandlerScanner;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Which handlers there are: those of the context, and those that a slice has left out, which are looked for on the class path
 * when the first name is not known.
 *
 * <p>For any thread.
 */
final class HandlerNames implements Predicate<String> {

    private final HandlerMethodRegistry registry;
    private final Supplier<Set<String>> onClassPath;

    HandlerNames(HandlerMethodRegistry registry, List<String> packages, ClassLoader classLoader) {
        this.registry = registry;
        this.onClassPath = SingletonSupplier.of(() -> scan(packages, classLoader));
    }

    @Override
    public boolean test(String name) {
        return registry.find(name).isPresent() || onClassPath.get().contains(name);
    }

    private static Set<String> scan(List<String> packages, ClassLoader classLoader) {
        Set<String> names = new HashSet<>();
        for (String type : new HandlerScanner(classLoader).scan(new HashSet<>(packages))) {
            for (Method method : ReflectionUtils.getDeclaredMethods(ClassUtils.resolveClassName(type, classLoader))) {
                LiveViewHandler handler = method.getAnnotation(LiveViewHandler.class);
                if (handler != null) {
                    names.add(handler.value().isEmpty() ? method.getName() : handler.value());
                }
            }
        }
        return names;
    }
}
