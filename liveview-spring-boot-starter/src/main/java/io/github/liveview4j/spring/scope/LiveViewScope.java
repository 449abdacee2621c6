package io.github.liveview4j.spring.scope;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.core.annotation.AliasFor;

/**
 * One instance a page: its fields are the page's state, its methods may be handlers.
 *
 * <p>As {@code @SessionScope} is for a session, after which it is made. An instance is made when it is first needed, by a call of
 * the page or a template that is rendered for it, and kept over a lost connection for {@code liveview.page-retention}. It is
 * destroyed, and its {@code @PreDestroy} methods called, when the page has gone, when it has not been used for {@code
 * liveview.scope.idle-time}, when more than {@code liveview.scope.max-pages} pages have instances, and when the application
 * stops. A page that is still there is then told to fetch itself.
 *
 * <p>The calls of a page run one after the other, so fields need no locks among them; a handler that returns a publisher or starts
 * threads is the exception. {@code LiveViewConsumer} can be injected: it is the page, to be kept and sent to.
 *
 * <p>Elsewhere a proxy is injected, which looks for the instance of the page that the thread works for. Outside of a page, as in
 * the controller that renders it first, there is none, and its use fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Scope(LiveViewScope.NAME)
public @interface LiveViewScope {

    /** The name of the scope. */
    String NAME = "liveview";

    /** What is injected elsewhere: a proxy, unless one says otherwise. */
    @AliasFor(annotation = Scope.class)
    ScopedProxyMode proxyMode() default ScopedProxyMode.TARGET_CLASS;
}
