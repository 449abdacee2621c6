package io.github.liveview4j.spring.method;

import io.github.liveview4j.LiveViewHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.annotation.InitBinderDataBinderFactory;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Makes data binders as Spring MVC makes them for a controller: with its validator and conversion service, then the
 * {@code @InitBinder} methods of advice and of the class itself: that of the bean, which may have inherited its handlers.
 *
 * <p>For any thread.
 */
final class FormBinders {

    private static final MethodFilter INIT_BINDERS =
            method -> AnnotatedElementUtils.hasAnnotation(method, InitBinder.class);
    private static final MethodFilter HANDLERS = method -> method.isAnnotationPresent(LiveViewHandler.class);

    private final ListableBeanFactory beans;
    private final Map<Class<?>, List<BinderMethod>> methods = new ConcurrentHashMap<>();

    private record BinderMethod(Supplier<Object> bean, Method method) {}

    FormBinders(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Returns what makes the binders for the handlers of a class; beans with binder methods are asked for when one is needed. */
    Supplier<WebDataBinderFactory> of(Class<?> handlers, RequestMappingHandlerAdapter adapter) {
        return () -> new Factory(
                methods.computeIfAbsent(handlers, this::methods).stream()
                        .map(method -> invocable(method, adapter))
                        .toList(),
                adapter);
    }

    private List<BinderMethod> methods(Class<?> handlers) {
        List<String> names = names(handlers);
        Class<?> known = names.size() == 1 ? beans.getType(names.get(0)) : null;
        Class<?> type = known == null ? handlers : ClassUtils.getUserClass(known);
        List<BinderMethod> found = new ArrayList<>();
        for (ControllerAdviceBean advice : ControllerAdviceBean.findAnnotatedBeans(beans)) {
            Class<?> adviceType = advice.getBeanType();
            if (adviceType != null && advice.isApplicableToBeanType(type)) {
                binderMethods(adviceType).forEach(method -> found.add(new BinderMethod(advice::resolveBean, method)));
            }
        }
        Set<Method> own = binderMethods(type);
        if (known == null && !own.isEmpty()) {
            // They may say what must not be bound: without them more would be.
            throw new IllegalStateException("Expected one bean of " + handlers.getName()
                    + ", which has @InitBinder methods, got " + names + ". Put them into a @ControllerAdvice");
        }
        own.forEach(method -> found.add(new BinderMethod(() -> beans.getBean(names.get(0)), method)));
        return List.copyOf(found);
    }

    /** The beans with the handlers that a class declares, which may be of a class below it; of scoped ones what is behind the proxy. */
    private List<String> names(Class<?> handlers) {
        List<String> names = Stream.of(beans.getBeanNamesForType(handlers, true, false))
                .filter(name -> !beans.containsBean(ScopedProxyUtils.getTargetBeanName(name)))
                .toList();
        return names.size() < 2
                ? names
                : names.stream().filter(name -> inherits(name, handlers)).toList();
    }

    private boolean inherits(String name, Class<?> handlers) {
        Class<?> type = beans.getType(name);
        return type != null
                && MethodIntrospector.selectMethods(ClassUtils.getUserClass(type), HANDLERS).stream()
                        .anyMatch(method -> method.getDeclaringClass() == handlers);
    }

    private static Set<Method> binderMethods(Class<?> type) {
        return MethodIntrospector.selectMethods(type, INIT_BINDERS);
    }

    private static InvocableHandlerMethod invocable(BinderMethod method, RequestMappingHandlerAdapter adapter) {
        Object bean = method.bean().get();
        InvocableHandlerMethod invocable =
                new InvocableHandlerMethod(bean, AopUtils.selectInvocableMethod(method.method(), bean.getClass()));
        HandlerMethodArgumentResolverComposite resolvers = new HandlerMethodArgumentResolverComposite();
        resolvers.addResolvers(adapter.getInitBinderArgumentResolvers());
        invocable.setHandlerMethodArgumentResolvers(resolvers);
        invocable.setDataBinderFactory(new Factory(List.of(), adapter));
        invocable.setParameterNameDiscoverer(new DefaultParameterNameDiscoverer());
        return invocable;
    }

    /** Unlike that of Spring MVC, it makes binders that take parameters only. */
    private static final class Factory extends InitBinderDataBinderFactory {

        Factory(List<InvocableHandlerMethod> methods, RequestMappingHandlerAdapter adapter) {
            super(methods, adapter.getWebBindingInitializer());
        }

        @Override
        protected WebDataBinder createBinderInstance(
                @Nullable Object target, String objectName, NativeWebRequest request) {
            return new ServletRequestDataBinder(target, objectName);
        }
    }
}
