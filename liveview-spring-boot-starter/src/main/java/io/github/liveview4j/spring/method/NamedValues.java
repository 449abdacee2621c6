package io.github.liveview4j.spring.method;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Single values by their names, as Spring MVC resolves them, with plain words where a primitive has none.
 *
 * <p>For any thread.
 */
final class NamedValues implements HandlerMethodArgumentResolver {

    private final RequestParamMethodArgumentResolver values;

    NamedValues(RequestParamMethodArgumentResolver values) {
        this.values = values;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return values.supportsParameter(parameter);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        String name = parameter.getParameterName();
        Class<?> type = parameter.getParameterType();
        if (type.isPrimitive()
                && type != boolean.class
                && name != null
                && !parameter.hasParameterAnnotation(RequestParam.class)
                && request.getParameter(name) == null) {
            // Spring MVC's own words speak of optional values, and are no fault of the browser's.
            throw new MissingServletRequestParameterException(name, parameter, false);
        }
        return values.resolveArgument(parameter, container, request, binders);
    }
}
