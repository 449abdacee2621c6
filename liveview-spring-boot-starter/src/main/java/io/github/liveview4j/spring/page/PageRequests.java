package io.github.liveview4j.spring.page;

import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.spring.request.HttpSessions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Notes at every request how far the broadcasts have come, before anything is loaded for the page that answers it.
 *
 * <p>For every request, not only for those of controllers that ask for the page: what is sent to everybody, or to the page's
 * user, between the page and its socket is to reach each of them. It costs a look at two fields of the log and one small
 * object. The first note of a request holds: an error page, a forward, or the second part of an asynchronous request belongs
 * to the moment at which the request came in, or to an earlier one than need be, which is safe.
 *
 * <p>When a controller fails, the rooms that it has joined are taken back. It joins before it loads, and what it loads may
 * turn out not to be for this user: the page that says so must not carry a word for the room.
 *
 * <p>For any thread.
 */
public final class PageRequests implements WebMvcConfigurer, HandlerInterceptor, HandlerExceptionResolver, Ordered {

    private final SingletonSupplier<@Nullable RoomLog> log;

    /**
     * Creates it.
     *
     * @param log gives the log of this node, or {@code null} where there is none, as in a test of controllers only; asked once,
     *     at the first request, so that Spring MVC's start does not pull the log into being
     */
    public PageRequests(Supplier<@Nullable RoomLog> log) {
        this.log = SingletonSupplier.ofNullable(log);
    }

    /**
     * First of all. Others have resolvers for arguments that claim every interface which nobody has claimed, or, as Spring
     * Data's, warn of it; and others choose pages for failures.
     */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // Before those of the application, which may load something for the page.
        registry.addInterceptor(this).order(HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        RequestedPage page = RequestedPage.of(request);
        if (page != null) {
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                page.leaveAll();
            }
        } else if (!(handler instanceof ResourceHttpRequestHandler)) {
            RoomLog known = log.get();
            request.setAttribute(
                    RequestedPage.ATTRIBUTE,
                    new RequestedPage(
                            known == null ? null : known.position(), () -> HttpSessions.of(request.getSession(false))));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (failure != null) {
            // A view that failed: a filter may show another one, in this request.
            leaveAll(request);
        }
    }

    /** Takes back the rooms, before anybody chooses a page for the failure, and leaves that to the others. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        leaveAll(request);
        return null;
    }

    private static void leaveAll(HttpServletRequest request) {
        RequestedPage page = RequestedPage.of(request);
        if (page != null) {
            page.leaveAll();
        }
    }
}
