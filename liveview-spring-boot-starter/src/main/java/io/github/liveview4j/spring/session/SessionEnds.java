package io.github.liveview4j.spring.session;

import io.github.liveview4j.dispatch.AccessWatch;
import io.github.liveview4j.spring.request.SessionKey;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;

/**
 * Closes the pages of an HTTP session when the container, or a store of Spring Session that has such events, says that it has ended
 * or has another id.
 *
 * <p>For any thread.
 */
public final class SessionEnds implements HttpSessionListener, HttpSessionIdListener {

    private static final Logger log = LoggerFactory.getLogger(SessionEnds.class);

    private final Supplier<AccessWatch> watch;
    private final Supplier<List<SessionStore>> stores;

    /**
     * Creates a listener. The container wants it long before there is anything to close.
     *
     * @param watch closes pages
     * @param stores may remember the session
     */
    public SessionEnds(Supplier<AccessWatch> watch, Supplier<List<SessionStore>> stores) {
        this.watch = watch;
        this.stores = stores;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        ended(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
        ended(oldSessionId);
    }

    private void ended(String id) {
        String key = SessionKey.of(id);
        try {
            stores.get().forEach(store -> store.forget(key));
            // Not looked at: Tomcat says so while the session still is as it was.
            watch.get().ended(key);
        } catch (BeansException e) {
            // Tomcat ends all sessions when it stops, after the application has gone and all pages with it.
            // Thrown on, it would be an error in the log for each.
            log.debug("A session ended with the application", e);
        }
    }
}
