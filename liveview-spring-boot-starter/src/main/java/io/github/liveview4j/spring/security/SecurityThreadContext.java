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

    private final SecurityContextHolderStrategy strategy = SecurityContextHolder.getContextHolderStrategy();

    /** Creates a context over the application's strategy. */
    public SecurityThreadContext() {}

    @Override
    public Runnable enter(HandshakeSnapshot snapshot) {
        SecurityContext before = strategy.getContext();
        SecurityContext context = strategy.createEmptyContext();
        if (snapshot.attributes().get(SecurityHandshakeAttributes.AUTHENTICATION)
                instanceof Authentication authentication) {
            context.setAuthentication(authentication);
        }
        strategy.setContext(context);
        return () -> {
            strategy.clearContext();
            if (before.getAuthentication() != null) {
                strategy.setContext(before);
            }
        };
    }
}
