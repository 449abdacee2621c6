package io.github.liveview4j.spring.method;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.handler.HandlerMappingException;
import io.github.liveview4j.handler.HandlerMethodArgumentResolver;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Gives handler methods the arguments that methods of controllers have, by the resolvers of Spring MVC itself.
 *
 * <p>The adapter of Spring MVC is asked for when the first handler method is looked at; without one, as in some tests, no
 * parameter is known here. Every parameter is decided about at the start. For any thread.
 */
public final class MvcArguments implements HandlerMethodArgumentResolver {

    private final ListableBeanFactory beans;
    private final FormBinders binders;
    private final Map<Parameter, Argument> arguments = new ConcurrentHashMap<>();

    private record Argument(
            MethodParameter parameter,
            org.springframework.web.method.support.HandlerMethodArgumentResolver resolver,
            Supplier<WebDataBinderFactory> binders) {}

    /**
     * Creates the arguments of an application.
     *
     * @param beans where the adapter of Spring MVC, the advice of controllers and the beans with handlers are found
     */
    public MvcArguments(ListableBeanFactory beans) {
        this.beans = beans;
        this.binders = new FormBinders(beans);
    }

    /**
     * {@inheritDoc}
     *
     * @throws HandlerMappingException if it is of a kind that handlers cannot have
     */
    @Override
    public boolean supportsParameter(Parameter parameter) {
        RequestMappingHandlerAdapter adapter = adapter();
        if (adapter == null || !(parameter.getDeclaringExecutable() instanceof Method method)) {
            return false;
        }
        MethodParameter known = new SynthesizingMethodParameter(
                method, List.of(method.getParameters()).indexOf(parameter));
        known.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        arguments.put(
                parameter,
                new Argument(
                        known,
                        new ArgumentChoice(adapter, beans).of(known),
                        binders.of(method.getDeclaringClass(), adapter)));
        return true;
    }

    @Override
    public @Nullable Object resolveArgument(Parameter parameter, LiveViewConsumer consumer, LiveViewContent content)
            throws Exception {
        Argument argument = arguments.get(parameter);
        if (argument == null) {
            throw new IllegalStateException("Expected a parameter that was asked about before, got " + parameter);
        }
        MvcCall call = MvcCall.current(content, localeResolver());
        return argument.resolver()
                .resolveArgument(
                        argument.parameter(),
                        call.container(),
                        call.request(),
                        argument.binders().get());
    }

    private @Nullable RequestMappingHandlerAdapter adapter() {
        return beans.getBeanProvider(RequestMappingHandlerAdapter.class)
                .orderedStream()
                .findFirst()
                .orElse(null);
    }

    private @Nullable LocaleResolver localeResolver() {
        String name = DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME;
        return beans.containsBean(name) ? beans.getBean(name, LocaleResolver.class) : null;
    }
}
