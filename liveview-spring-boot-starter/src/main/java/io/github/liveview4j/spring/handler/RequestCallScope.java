package io.github.liveview4j.spring.handler;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.dispatch.CallScope;
import io.github.liveview4j.spring.request.RequestScopes;
import java.util.Map;

/**
 * Runs calls as if each were a request: with its locale, its user and a request of its own on the thread.
 *
 * <p>For any thread.
 */
public final class RequestCallScope implements CallScope {

    private final RequestScopes scopes;

    /**
     * Creates the scope of calls.
     *
     * @param scopes makes the requests
     */
    public RequestCallScope(RequestScopes scopes) {
        this.scopes = scopes;
    }

    @Override
    public Entered enter(LiveViewConsumer consumer, Map<String, Object> connection) {
        RequestScopes.Scope scope = scopes.open(connection, consumer.locale(), consumer);
        return new Entered() {
            @Override
            public void exit() {
                scope.close();
            }

            @Override
            public Map<String, Object> model() {
                return scope.model();
            }
        };
    }
}
