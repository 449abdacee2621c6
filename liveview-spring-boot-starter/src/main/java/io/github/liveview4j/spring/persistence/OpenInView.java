package io.github.liveview4j.spring.persistence;

import io.github.liveview4j.spring.request.HandshakeSnapshot;
import io.github.liveview4j.spring.request.ThreadContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.WebRequestInterceptor;

/**
 * Keeps an entity manager open on the thread around every handler and every render, by Spring's own interceptors.
 *
 * <p>One inside another shares the entity manager: a render inside a call, and a push inside a transaction, find what was loaded
 * there. A database connection is taken by the first query and not before.
 *
 * <p>For any thread.
 */
public final class OpenInView implements ThreadContext {

    private static final Logger log = LoggerFactory.getLogger(OpenInView.class);

    private final List<WebRequestInterceptor> interceptors;

    /**
     * Creates it.
     *
     * @param interceptors one for each entity manager factory; each counts in the request's attributes how often it was entered
     */
    public OpenInView(List<? extends WebRequestInterceptor> interceptors) {
        this.interceptors = List.copyOf(interceptors);
    }

    @Override
    public Runnable enter(HandshakeSnapshot snapshot) {
        WebRequest request = currentRequest();
        Deque<WebRequestInterceptor> entered = new ArrayDeque<>(interceptors.size());
        try {
            for (WebRequestInterceptor interceptor : interceptors) {
                interceptor.preHandle(request);
                entered.push(interceptor);
            }
        } catch (Exception e) {
            leave(entered, request);
            throw new IllegalStateException("The database could not be made ready for a handler or a template", e);
        }
        return () -> leave(entered, request);
    }

    private static void leave(Deque<WebRequestInterceptor> entered, WebRequest request) {
        entered.forEach(interceptor -> {
            try {
                interceptor.afterCompletion(request, null);
            } catch (Exception e) {
                // What was done is done, and the others have to be closed.
                log.error("An entity manager could not be closed after a call", e);
            }
        });
    }

    private static WebRequest currentRequest() {
        RequestAttributes attributes = RequestContextHolder.currentRequestAttributes();
        if (attributes instanceof ServletRequestAttributes servlet) {
            return new ServletWebRequest(servlet.getRequest());
        }
        throw new IllegalStateException("Expected the request of a page on the thread, got " + attributes.getClass());
    }
}
