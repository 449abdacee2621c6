package io.github.liveview4j.spring.security;

import io.github.liveview4j.dispatch.AccessWatch;
import io.github.liveview4j.spring.session.SessionRequests;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.web.authentication.session.SessionFixationProtectionEvent;

/**
 * Hears from Spring Security that somebody has signed out or in: the other nodes are told to look at the pages of that session, and a
 * sign-in may have pushed out another session of the same user.
 *
 * <p>For any thread, the one of the request.
 */
public final class SignOuts implements ApplicationListener<ApplicationEvent> {

    private final Supplier<AccessWatch> watch;
    private final Supplier<SessionRequests> requests;

    /**
     * Creates a listener.
     *
     * @param watch looks at pages
     * @param requests knows the session of the request
     */
    public SignOuts(Supplier<AccessWatch> watch, Supplier<SessionRequests> requests) {
        this.watch = watch;
        this.requests = requests;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof LogoutSuccessEvent) {
            requests.get().tellOthers();
        } else if (event instanceof SessionFixationProtectionEvent signedIn) {
            requests.get().tellOthers();
            watch.get().lookAt(signedIn.getAuthentication().getName());
        }
    }
}
