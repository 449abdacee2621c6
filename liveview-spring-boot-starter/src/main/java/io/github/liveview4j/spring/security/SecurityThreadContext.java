package io.github.liveview4j.spring.security;

import io.github.liveview4j.spring.request.HandshakeSnapshot;
import io.github.liveview4j.spring.request.ThreadContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Signs the page's user in on the thread, and nobody for a broadcast, whoever the thread belonged to before.
 *
 * <p>For any thread.
 */
public final class SecurityThreadContext implements ThreadContext {

    private static final Runnable AS_IT_WAS = () -> {};

    private final SecurityContextHolderStrategy strategy = SecurityContextHolder.getContextHolderStrategy();

    /** Creates a context over the application's strategy. */
    public SecurityThreadContext() {}

    @Override
    public Runnable enter(HandshakeSnapshot snapshot) {
        SecurityContext before = strategy.getContext();
        Authentication user =
                snapshot.attributes().get(SecurityHandshakeAttributes.AUTHENTICATION) instanceof Authentication known
                        ? known
                        : null;
        if (user != null && before.getAuthentication() == user) {
            // As when a handler sends: whoever looks finds the same.
            return AS_IT_WAS;
        }
        SecurityContext context = strategy.createEmptyContext();
        context.setAuthentication(user);
        strategy.setContext(context);
        return () -> {
            strategy.clearContext();
            if (before.getAuthentication() != null) {
                strategy.setContext(before);
            }
        };
    }
}
