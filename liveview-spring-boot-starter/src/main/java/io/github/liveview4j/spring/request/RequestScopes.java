package io.github.liveview4j.spring.request;

import io.github.liveview4j.LiveViewConsumer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Makes the request of a page again, and puts on a thread what Spring has there during a request.
 *
 * <p>For any thread; a {@link Scope} is for the thread that opened it.
 */
public final class RequestScopes {

    /** The request attribute that holds the page which the thread works for; absent during a broadcast. */
    public static final String PAGE = LiveViewConsumer.class.getName();

    /**
     * The request attribute for a {@code Supplier<Map<String, Object>>}: the variables that all templates of a call are to see, as
     * the model of a controller.
     */
    public static final String MODEL = RequestScopes.class.getName() + ".MODEL";

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
     * @param page the page that the thread works for, or {@code null} for a broadcast
     */
    public Scope open(Map<String, Object> connection, Locale locale, @Nullable LiveViewConsumer page) {
        HandshakeSnapshot snapshot = connection.get(HandshakeSnapshot.ATTRIBUTE) instanceof HandshakeSnapshot known
                ? known.in(locale)
                : HandshakeSnapshot.ofNobody(servletContext(), "", locale);
        return new Scope(snapshot, page);
    }

    /** Returns the page that the current thread works for, or {@code null} where it works for none. */
    public static @Nullable LiveViewConsumer page() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getAttribute(PAGE) instanceof LiveViewConsumer page
                ? page
                : null;
    }

    /**
     * Takes what the current thread has of a page along to the one that runs a task: language, user, a request like this one.
     *
     * @return a task that does the same in a scope of its own, or the task itself where this thread works for no page
     */
    public static Runnable carriedBy(Runnable task) {
        return RequestContextHolder.getRequestAttributes() instanceof ScopeAttributes attributes
                ? attributes.scope.carriedBy(task)
                : task;
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

        private final HandshakeSnapshot snapshot;
        private final @Nullable LiveViewConsumer page;
        private final DetachedRequest request;
        private final DetachedResponse response = new DetachedResponse();
        private final Deque<Runnable> exits = new ArrayDeque<>(4);

        private Scope(HandshakeSnapshot snapshot, @Nullable LiveViewConsumer page) {
            this.snapshot = snapshot;
            this.page = page;
            request = new DetachedRequest(snapshot, applicationContext, page);
            try {
                enterRequest();
                enterLocale(snapshot.locale());
                for (ThreadContext context : contexts) {
                    exits.push(context.enter(snapshot));
                }
            } catch (Throwable e) {
                // Also an Error: the thread will work for others.
                close();
                throw e;
            }
        }

        private Runnable carriedBy(Runnable task) {
            if (page == null) {
                return task;
            }
            // Not the request itself: it ends with the call.
            RequestScopes scopes = RequestScopes.this;
            HandshakeSnapshot known = snapshot;
            LiveViewConsumer owner = page;
            return () -> {
                try (Scope scope = scopes.new Scope(known, owner)) {
                    task.run();
                }
            };
        }

        /** Returns the request that is on the thread. */
        public HttpServletRequest request() {
            return request;
        }

        /** Returns what was put beside the request for all templates, see {@link RequestScopes#MODEL}; for any thread. */
        public Map<String, Object> model() {
            return request.getAttribute(MODEL) instanceof Supplier<?> supplier
                            && supplier.get() instanceof Map<?, ?> model
                    ? named(model)
                    : Map.of();
        }

        private static Map<String, Object> named(Map<?, ?> model) {
            Map<String, Object> named = new HashMap<>();
            model.forEach((name, value) -> named.put((String) name, value));
            return named;
        }

        /** Returns the response beside it. */
        public HttpServletResponse response() {
            return response;
        }

        private void enterRequest() {
            RequestAttributes before = RequestContextHolder.getRequestAttributes();
            ServletRequestAttributes attributes = new ScopeAttributes(this);
            RequestContextHolder.setRequestAttributes(attributes);
            exits.push(() -> {
                RequestContextHolder.setRequestAttributes(before);
                attributes.requestCompleted();
            });
        }

        private void enterLocale(Locale locale) {
            LocaleContext before = LocaleContextHolder.getLocaleContext();
            if (before instanceof SimpleLocaleContext && locale.equals(before.getLocale())) {
                // As when a handler sends.
                return;
            }
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

    /** By which a scope is found on its thread. */
    private static final class ScopeAttributes extends ServletRequestAttributes {

        private final Scope scope;

        ScopeAttributes(Scope scope) {
            super(scope.request, scope.response);
            this.scope = scope;
        }
    }
}
