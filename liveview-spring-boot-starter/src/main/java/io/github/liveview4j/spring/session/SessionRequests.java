package io.github.liveview4j.spring.session;

import io.github.liveview4j.dispatch.AccessWatch;
import io.github.liveview4j.spring.request.SessionKey;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the pages of an HTTP session at the end of every request of it, before its response is finished: what the request has
 * done to the session, by a logout or by other roles, holds for them at once, whatever the store.
 *
 * <p>Two filters. The outer one is around Spring Session's, which saves at its end; the inner one is within, where the id can be
 * asked for. While a request is under way nothing is remembered of its session, so that a call meanwhile sees what has been
 * saved. Requests are not touched, and no session is made. For any thread.
 */
public final class SessionRequests {

    /** Outside of everything that looks at sessions. */
    public static final int OUTER_ORDER = Integer.MIN_VALUE + 49;

    /** Right behind Spring Session's filter, whose order is one less. */
    public static final int INNER_ORDER = Integer.MIN_VALUE + 51;

    private final Supplier<AccessWatch> watch;
    private final Supplier<List<SessionStore>> stores;
    private final Consumer<String> others;
    private final ThreadLocal<@Nullable UnderWay> current = new ThreadLocal<>();

    /** One request, on its thread. */
    private static final class UnderWay {

        private @Nullable HttpServletRequest request;
        private @Nullable String key;
        private boolean hasPages;
        private boolean isToldToOthers;
    }

    /**
     * Creates the filters. The container wants them long before there is anything to look at.
     *
     * @param watch looks at pages
     * @param stores may remember the session
     * @param others tells the other nodes to look at the pages of a session
     */
    public SessionRequests(Supplier<AccessWatch> watch, Supplier<List<SessionStore>> stores, Consumer<String> others) {
        this.watch = watch;
        this.stores = stores;
        this.others = others;
    }

    /** Returns the filter that looks at the end. */
    public Filter outer() {
        return (request, response, chain) -> {
            UnderWay before = current.get();
            UnderWay underWay = new UnderWay();
            current.set(underWay);
            try {
                chain.doFilter(request, response);
            } finally {
                if (before == null) {
                    current.remove();
                } else {
                    current.set(before);
                }
                end(underWay);
            }
        };
    }

    /** Returns the filter that takes note of the session. */
    public Filter inner() {
        return (request, response, chain) -> {
            UnderWay underWay = current.get();
            if (underWay != null && underWay.request == null && request instanceof HttpServletRequest http) {
                underWay.request = http;
                String key = watch.get().hasPages() ? keyOf(http) : null;
                if (key != null) {
                    stores.get().forEach(store -> store.begin(key));
                    underWay.key = key;
                    underWay.hasPages = watch.get().hasPages(key);
                }
            }
            chain.doFilter(request, response);
        };
    }

    /**
     * Says that the request which is under way on this thread does something to its session that has no other way to the other
     * nodes, such as a sign-out. They are told when it is done.
     */
    public void tellOthers() {
        UnderWay underWay = current.get();
        if (underWay != null) {
            underWay.isToldToOthers = true;
        }
    }

    private void end(UnderWay underWay) {
        String key = underWay.key;
        if (key != null) {
            stores.get().forEach(store -> store.end(key));
            watch.get().look(key);
            // What has closed the pages here has most likely to close some elsewhere.
            underWay.isToldToOthers |= underWay.hasPages && !watch.get().hasPages(key);
        }
        HttpServletRequest request = underWay.request;
        if (underWay.isToldToOthers && request != null) {
            String told = keyOf(request);
            if (told != null) {
                others.accept(told);
            }
        }
    }

    private static @Nullable String keyOf(HttpServletRequest request) {
        try {
            String id = request.getRequestedSessionId();
            return id == null ? null : SessionKey.of(id);
        } catch (RuntimeException e) {
            // The store of Spring Session is away: whoever needs the session will say so.
            return null;
        }
    }
}
