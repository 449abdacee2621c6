package io.github.liveview4j.spring.method;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.spring.request.RequestScopes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;

/**
 * A call as the resolvers of Spring MVC see it: a request, and a model that its arguments fill.
 *
 * <p>There is one for a call, kept at the request that is on the thread. Made and filled on the thread of the call; its model is
 * read wherever a template of the call is rendered.
 */
final class MvcCall {

    private static final String ATTRIBUTE = MvcCall.class.getName();

    private final LiveViewContent content;
    private final NativeWebRequest request;
    private final ModelAndViewContainer container = new ModelAndViewContainer();

    private MvcCall(LiveViewContent content, NativeWebRequest request) {
        this.content = content;
        this.request = request;
    }

    /**
     * Returns the call that the thread works for.
     *
     * @param content what the page has sent
     * @param localeResolver knows the time zone, or {@code null}
     */
    static MvcCall current(LiveViewContent content, @Nullable LocaleResolver localeResolver) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            throw new IllegalStateException("Expected the request of a call on the thread, got none");
        }
        HttpServletRequest detached = attributes.getRequest();
        if (detached.getAttribute(ATTRIBUTE) instanceof MvcCall call && call.content == content) {
            return call;
        }
        MvcCall call = new MvcCall(
                content,
                new ServletWebRequest(
                        new CallRequest(detached, CallParameters.of(content), localeResolver),
                        attributes.getResponse()));
        detached.setAttribute(ATTRIBUTE, call);
        detached.setAttribute(RequestScopes.MODEL, (Supplier<Map<String, Object>>) call::shown);
        return call;
    }

    NativeWebRequest request() {
        return request;
    }

    ModelAndViewContainer container() {
        return container;
    }

    /** Returns the model as templates are to see it: with errors only where the user has been. */
    private Map<String, Object> shown() {
        Map<String, Object> shown = new HashMap<>(container.getModel());
        if (!content.untouched().isEmpty()) {
            shown.replaceAll((name, value) ->
                    value instanceof BindingResult errors ? new TouchedErrors(errors, content) : value);
        }
        return shown;
    }
}
