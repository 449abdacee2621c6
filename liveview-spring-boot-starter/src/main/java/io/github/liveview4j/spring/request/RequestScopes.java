package io.github.liveview4j.spring.request;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Makes the request of a page again, and puts on a thread what Spring has there during a request.
 *
 * <p>For any thread; a {@link Scope} is for the thread that opened it.
 */
public final class RequestScopes {

    private final WebApplicationContext applicationContext;
    private final List<ThreadContext> contexts;

    /**
     * Creates the scopes of an application.
     *
     * @param applicationContext the application
     * @param contexts what else belongs on the thread, such as the security context
     */
    public RequestScopes(WebApplicationContext applicationContext, List<ThreadContext> contexts) {
        this.applicationContext = applicationContext;
        this.contexts = List.copyOf(contexts);
    }

    /**
     * Opens a scope on the current thread.
     *
     * @param connection the attributes of a page's connection; without a snapshot in them, as for a broadcast, the scope is
     *     that of nobody in particular, whoever the thread belonged to before
     * @param locale the language
     */
    public Scope open(Map<String, Object> connection, Locale locale) {
        HandshakeSnapshot snapshot = connection.get(HandshakeSnapshot.ATTRIBUTE) instanceof HandshakeSnapshot known
                ? known.in(locale)
                : HandshakeSnapshot.ofNobody(servletContext(), "", locale);
        return new Scope(snapshot);
    }

    private ServletContext servletContext() {
        ServletContext servletContext = applicationContext.getServletContext();
        if (servletContext == null) {
            throw new IllegalStateException(
                    "Expected a servlet web application, whose templates know their context path");
        }
        return servletContext;
    }

    /** What is on the thread until it is closed. */
    public final class Scope implements AutoCloseable {

        private final DetachedRequest request;
        private final DetachedResponse response = new DetachedResponse();
        private final Deque<Runnable> exits = new ArrayDeque<>(4);

        private Scope(HandshakeSnapshot snapshot) {
            request = new DetachedRequest(snapshot);
            request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, applicationContext);
            try {
                enterRequest();
                enterLocale(snapshot.locale());
                contexts.forEach(context -> exits.push(context.enter(snapshot)));
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }

        /** Returns the request that is on the thread. */
        public HttpServletRequest request() {
            return request;
        }

        /** Returns the response beside it. */
        public HttpServletResponse response() {
            return response;
        }

        private void enterRequest() {
            RequestAttributes before = RequestContextHolder.getRequestAttributes();
            ServletRequestAttributes attributes = new ServletRequestAttributes(request, response);
            RequestContextHolder.setRequestAttributes(attributes);
            exits.push(() -> {
                RequestContextHolder.setRequestAttributes(before);
                attributes.requestCompleted();
            });
        }

        private void enterLocale(Locale locale) {
            LocaleContext before = LocaleContextHolder.getLocaleContext();
            LocaleContextHolder.setLocaleContext(new SimpleLocaleContext(locale));
            exits.push(() -> LocaleContextHolder.setLocaleContext(before));
        }

        @Override
        public void close() {
            Runnable exit = exits.poll();
            if (exit != null) {
                try {
                    exit.run();
                } finally {
                    close();
                }
            }
        }
    }
}
