package io.github.liveview4j.spring.method;

import io.github.liveview4j.LiveViewPage;
import java.io.InputStream;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.SessionStatusMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.multipart.support.MultipartResolutionDelegate;
import org.springframework.web.servlet.mvc.method.annotation.ApiVersionMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.ContinuationHandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.HttpEntityMethodProcessor;
import org.springframework.web.servlet.mvc.method.annotation.MatrixVariableMapMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.MatrixVariableMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.PathVariableMapMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.PathVariableMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RedirectAttributesMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestPartMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.ServletResponseMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.UriComponentsBuilderMethodArgumentResolver;

/** The arguments of Spring MVC that need a request with a path and a body, or a response. For any thread. */
final class Unavailable {

    private static final String NO_PATH =
            "A call has no path: take the value by its name, from data-data-* of the element or from the form, with "
                    + "@RequestParam or without.";
    private static final String NO_BODY =
            "A call has no body: take a record or a class, which is bound from the form, or LiveViewContent.";
    private static final String NO_FILES = "Files are not sent over the WebSocket: post them to a controller.";
    private static final String NO_RESPONSE =
            "A call has no response: return messages, or send them by LiveViewConsumer.";
    private static final String NO_SESSION_ATTRIBUTES =
            "What belongs to a page is kept in LiveViewConsumer.attributes().";
    private static final String NO_REDIRECT = "Send a message that redirects: LiveViewMessage has one.";
    private static final String NO_URI =
            "Build links in the template, or by ServletUriComponentsBuilder.fromCurrentContextPath().";
    private static final String NO_VERSION = "A call is of the version that the page is of.";
    private static final String NO_COROUTINE = "Return a CompletionStage for what comes later.";
    private static final String NO_PAGE = "Take LiveViewConsumer, which is the page of a call.";

    private static final Map<Class<?>, String> BY_RESOLVER = new LinkedHashMap<>();

    static {
        BY_RESOLVER.put(PathVariableMethodArgumentResolver.class, NO_PATH);
        BY_RESOLVER.put(PathVariableMapMethodArgumentResolver.class, NO_PATH);
        BY_RESOLVER.put(MatrixVariableMethodArgumentResolver.class, NO_PATH);
        BY_RESOLVER.put(MatrixVariableMapMethodArgumentResolver.class, NO_PATH);
        BY_RESOLVER.put(RequestResponseBodyMethodProcessor.class, NO_BODY);
        BY_RESOLVER.put(HttpEntityMethodProcessor.class, NO_BODY);
        BY_RESOLVER.put(RequestPartMethodArgumentResolver.class, NO_FILES);
        BY_RESOLVER.put(ServletResponseMethodArgumentResolver.class, NO_RESPONSE);
        BY_RESOLVER.put(SessionStatusMethodArgumentResolver.class, NO_SESSION_ATTRIBUTES);
        BY_RESOLVER.put(RedirectAttributesMethodArgumentResolver.class, NO_REDIRECT);
        BY_RESOLVER.put(UriComponentsBuilderMethodArgumentResolver.class, NO_URI);
        BY_RESOLVER.put(ApiVersionMethodArgumentResolver.class, NO_VERSION);
        BY_RESOLVER.put(ContinuationHandlerMethodArgumentResolver.class, NO_COROUTINE);
    }

    private Unavailable() {}

    /** Returns what to use instead of a parameter that cannot be, or {@code null} where it can. */
    static @Nullable String insteadOf(MethodParameter parameter, HandlerMethodArgumentResolver resolver) {
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        if (type == LiveViewPage.class) {
            return NO_PAGE;
        }
        if (MultipartResolutionDelegate.isMultipartArgument(parameter.nestedIfOptional())
                || MultipartRequest.class.isAssignableFrom(type)) {
            return NO_FILES;
        }
        if (resolver instanceof ServletRequestMethodArgumentResolver
                && !parameter.hasParameterAnnotation(RequestParam.class)) {
            if (InputStream.class.isAssignableFrom(type) || Reader.class.isAssignableFrom(type)) {
                return NO_BODY;
            }
            // By its name: it is deprecated, and will go.
            if (type.getName().equals("jakarta.servlet.http.PushBuilder")) {
                return NO_RESPONSE;
            }
            if (type == HttpMethod.class) {
                return NO_PATH;
            }
        }
        return BY_RESOLVER.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(resolver))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
