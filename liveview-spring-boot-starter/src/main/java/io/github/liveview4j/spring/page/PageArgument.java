package io.github.liveview4j.spring.page;

import io.github.liveview4j.LiveViewPage;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controller methods the page of their request. For any thread. */
final class PageArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == LiveViewPage.class;
    }

    @Override
    public LiveViewPage resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer mavContainer,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory) {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        RequestedPage page = request == null ? null : RequestedPage.of(request);
        if (page == null) {
            throw new IllegalStateException(
                    "Expected a page at the request, as Spring MVC's handler mappings note it; got "
                            + "none: a handler mapping of one's own needs the interceptors of the others");
        }
        return page;
    }
}
