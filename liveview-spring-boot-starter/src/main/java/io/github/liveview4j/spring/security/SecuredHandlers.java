package io.github.liveview4j.spring.security;

import io.github.liveview4j.handler.HandlerMappingException;
import io.github.liveview4j.spring.handler.HandlerGuard;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.Pointcuts;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * Stops the start where a handler has an annotation of Spring Security that Spring Security would not see: the handler would be open
 * to everybody, and nothing would say so.
 *
 * <p>An annotation counts wherever Spring Security looks for it: on the method and on its class, on what they override and implement,
 * and within other annotations. Whether an interceptor heeds it is found out by showing it a method that has this annotation and no
 * other. For the start, one thread.
 */
public final class SecuredHandlers implements HandlerGuard {

    private final ListableBeanFactory beans;
    private final List<Probe> probes =
            Stream.of(Probed.class.getDeclaredMethods()).flatMap(Probe::of).toList();

    /**
     * Creates a guard.
     *
     * @param beans has the interceptors
     */
    public SecuredHandlers(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void check(Method handler, Class<?> type, @Nullable Object bean) {
        for (Probe probe : probes) {
            if (probe.isOn(handler, type)) {
                check(handler, type, bean, probe);
            }
        }
    }

    private void check(Method handler, Class<?> type, @Nullable Object bean, Probe probe) {
        if (!advisors(bean).stream().anyMatch(advisor -> probe.isHeededBy(advisor, handler, type))) {
            throw refused(
                    handler,
                    probe,
                    "no interceptor of Spring Security around the bean that heeds it",
                    "Add @EnableMethodSecurity" + probe.remedy()
                            + " to a configuration, and let the bean be made after what " + "intercepts it.");
        }
        if (!canBeIntercepted(handler, type, bean)) {
            throw refused(
                    handler,
                    probe,
                    "one that an interceptor cannot be put around",
                    "Make it package-private, protected or public and not final, in the package of its bean, and the class not final.");
        }
    }

    private static HandlerMappingException refused(Method handler, Probe probe, String got, String action) {
        return new HandlerMappingException(
                "The handler method " + handler.getDeclaringClass().getName() + "." + handler.getName() + " has @"
                        + probe.annotation().getSimpleName()
                        + ", which would be ignored: expected a method that Spring Security guards, got " + got + ".",
                action);
    }

    private Collection<Advisor> advisors(@Nullable Object bean) {
        if (bean == null) {
            return beans.getBeansOfType(Advisor.class, true, true).values();
        }
        return bean instanceof Advised advised ? Arrays.asList(advised.getAdvisors()) : List.of();
    }

    private static boolean canBeIntercepted(Method handler, Class<?> type, @Nullable Object bean) {
        if (bean != null && Proxy.isProxyClass(bean.getClass())) {
            // Only what its interfaces have can be called on it, and is intercepted.
            return true;
        }
        if ((handler.getModifiers() & (Modifier.FINAL | Modifier.PRIVATE)) != 0) {
            return false;
        }
        boolean isForPackage = (handler.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0;
        return (bean != null || !Modifier.isFinal(type.getModifiers()))
                && (!isForPackage
                        || handler.getDeclaringClass().getPackageName().equals(type.getPackageName()));
    }

    /** One annotation, and the method that shows it. */
    private record Probe(Class<? extends Annotation> annotation, Method shown, Method plain) {

        static Stream<Probe> of(Method shown) {
            return Arrays.stream(shown.getAnnotations())
                    .map(each -> new Probe(each.annotationType(), shown, withoutAny()));
        }

        private static Method withoutAny() {
            return Arrays.stream(Probed.class.getDeclaredMethods())
                    .filter(each -> each.getName().equals(Probed.PLAIN))
                    .findFirst()
                    .orElseThrow();
        }

        boolean isOn(Method handler, Class<?> type) {
            return MergedAnnotations.from(handler, SearchStrategy.TYPE_HIERARCHY)
                            .isPresent(annotation)
                    || MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY)
                            .isPresent(annotation);
        }

        boolean isHeededBy(Advisor advisor, Method handler, Class<?> type) {
            if (!(advisor instanceof PointcutAdvisor pointed)) {
                return false;
            }
            Pointcut pointcut = pointed.getPointcut();
            return Pointcuts.matches(pointcut, shown, Probed.class)
                    && !Pointcuts.matches(pointcut, plain, Probed.class)
                    && Pointcuts.matches(pointcut, handler, type);
        }

        String remedy() {
            return Objects.requireNonNullElse(
                    switch (annotation.getSimpleName()) {
                        case "Secured" -> "(securedEnabled = true)";
                        case "RolesAllowed", "DenyAll" -> "(jsr250Enabled = true)";
                        default -> null;
                    },
                    "");
        }
    }
}
