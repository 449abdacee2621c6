package io.github.liveview4j.spring.method;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
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
 * {@code @InitBinder} methods of advice and of the class itself.
 *
 * <p>For any thread.
 */
final class FormBinders {

    private static final MethodFilter INIT_BINDERS =
            method -> AnnotatedElementUtils.hasAnnotation(method, InitBinder.class);

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
        List<BinderMethod> found = new ArrayList<>();
        for (ControllerAdviceBean advice : ControllerAdviceBean.findAnnotatedBeans(beans)) {
            Class<?> type = advice.getBeanType();
            if (type != null && advice.isApplicableToBeanType(handlers)) {
                binderMethods(type).forEach(method -> found.add(new BinderMethod(advice::resolveBean, method)));
            }
        }
        Set<Method> own = binderMethods(handlers);
        // Of several beans of the class none is the one that is meant.
        String[] names = own.isEmpty() ? new String[0] : beans.getBeanNamesForType(handlers, true, false);
        if (names.length == 1) {
            own.forEach(method -> found.add(new BinderMethod(() -> beans.getBean(names[0]), method)));
        }
        return List.copyOf(found);
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
