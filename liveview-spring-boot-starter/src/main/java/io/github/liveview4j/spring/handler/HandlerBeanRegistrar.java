package io.github.liveview4j.spring.handler;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.handler.HandlerMethod;
import io.github.liveview4j.handler.HandlerMethodArgumentResolver;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.handler.HandlerMethodReturnValueAdapter;
import io.github.liveview4j.spring.scope.LiveViewScope;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.SpringProxy;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * Puts the handler methods of all beans into the registry, once all beans are there, and says in the log which.
 *
 * <p>Proxies, scoped and lazy beans are invoked through the bean factory, so that interceptors run and scopes hold.
 */
public final class HandlerBeanRegistrar implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger("io.github.liveview4j.LiveView");

    private final ConfigurableListableBeanFactory beans;
    private final HandlerMethodRegistry registry;
    private final List<HandlerMethodArgumentResolver> resolvers;
    private final List<HandlerMethodReturnValueAdapter> adapters;
    private final List<HandlerGuard> guards;
    private final String endpoint;

    /**
     * Creates a registrar.
     *
     * @param beans where beans are found
     * @param registry what is filled
     * @param resolvers give values to parameters of other types than the built-in ones, in order
     * @param adapters know what methods of other types than the built-in ones return, in order
     * @param guards look at every handler before it can be called
     * @param endpoint the address of the WebSocket, for the log
     */
    public HandlerBeanRegistrar(
            ConfigurableListableBeanFactory beans,
            HandlerMethodRegistry registry,
            List<HandlerMethodArgumentResolver> resolvers,
            List<HandlerMethodReturnValueAdapter> adapters,
            List<HandlerGuard> guards,
            String endpoint) {
        this.beans = beans;
        this.registry = registry;
        this.resolvers = List.copyOf(resolvers);
        this.adapters = List.copyOf(adapters);
        this.guards = List.copyOf(guards);
        this.endpoint = endpoint;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<HandlerMethod> handlers = new ArrayList<>();
        for (String name : beans.getBeanNamesForType(Object.class, true, false)) {
            if (!ScopedProxyUtils.isScopedTarget(name)) {
                addHandlers(name, handlers);
            }
        }
        registry.fill(handlers);
        announce();
    }

    private void addHandlers(String name, List<HandlerMethod> handlers) {
        Class<?> type = beans.getType(name, false);
        if (type == null || !AnnotationUtils.isCandidateClass(type, LiveViewHandler.class)) {
            return;
        }
        Class<?> userType = userType(name, type);
        if (!AnnotationUtils.isCandidateClass(userType, LiveViewHandler.class)) {
            return;
        }
        Map<Method, LiveViewHandler> methods =
                MethodIntrospector.selectMethods(userType, (MethodIntrospector.MetadataLookup<LiveViewHandler>)
                        method -> method.getAnnotation(LiveViewHandler.class));
        if (methods.isEmpty()) {
            return;
        }
        String target = ScopedProxyUtils.getTargetBeanName(name);
        // Of a bean with a scope, interceptors are around what the proxy of the scope leads to.
        Object made = isMade(name) && !beans.containsBeanDefinition(target) ? beans.getBean(name) : null;
        methods.keySet().forEach(method -> guards.forEach(guard -> guard.check(method, userType, made)));
        if (isOfPage(target)) {
            // Not through the proxy, which passes on only what it can override.
            methods.keySet()
                    .forEach(method -> handlers.add(
                            HandlerMethod.of(() -> target(target, method), method, method, resolvers, adapters)));
        } else {
            Supplier<?> bean = bean(name);
            // The product of a factory bean is a proxy more often than its type says before it is made.
            Class<?> exposed = isMade(name) ? bean.get().getClass() : type;
            methods.keySet()
                    .forEach(method -> handlers.add(HandlerMethod.of(
                            bean, method, AopUtils.selectInvocableMethod(method, exposed), resolvers, adapters)));
        }
    }

    private boolean isOfPage(String name) {
        return beans.containsBeanDefinition(name)
                && LiveViewScope.NAME.equals(beans.getMergedBeanDefinition(name).getScope());
    }

    private Object target(String name, Method method) {
        Object bean = beans.getBean(name);
        if (bean instanceof SpringProxy && Modifier.isPrivate(method.getModifiers())) {
            throw new LiveViewException("Expected the handler method "
                    + method.getDeclaringClass().getSimpleName()
                    + "." + method.getName() + " to be one that interceptors can be put around, got a private one: the "
                    + "bean has interceptors. Make it package-private");
        }
        return bean;
    }

    /** The class that was written, behind a CGLIB proxy, a JDK proxy or the proxy of a scope. */
    private Class<?> userType(String name, Class<?> type) {
        if (Proxy.isProxyClass(type) && beans.containsSingleton(name)) {
            return AopUtils.getTargetClass(beans.getBean(name));
        }
        return ClassUtils.getUserClass(type);
    }

    private Supplier<?> bean(String name) {
        if (isMade(name)) {
            Object instance = beans.getBean(name);
            return () -> instance;
        }
        return () -> beans.getBean(name);
    }

    private boolean isMade(String name) {
        return beans.isSingleton(name) && beans.containsSingleton(name);
    }

    private void announce() {
        if (registry.names().isEmpty()) {
            String packages = AutoConfigurationPackages.has(beans)
                    ? String.join(", ", AutoConfigurationPackages.get(beans))
                    : "none";
            log.warn(
                    "LiveView listens at {} and found no method with @LiveViewHandler: none in a bean, and none in the "
                            + "packages {} (liveview.scan-packages adds others)",
                    endpoint,
                    packages);
            return;
        }
        int width = registry.names().stream().mapToInt(String::length).max().orElse(0);
        log.info(
                "LiveView listens at {} with {}\n{}",
                endpoint,
                registry.names().size() == 1 ? "1 handler" : registry.names().size() + " handlers",
                registry.handlers().stream()
                        .map(handler -> "    " + handler.name()
                                + " ".repeat(width - handler.name().length()) + "  " + handler.describe())
                        .collect(Collectors.joining("\n")));
    }
}
