package io.github.liveview4j.spring.security;

import io.github.liveview4j.spring.request.HandshakeSnapshot;
import io.github.liveview4j.spring.session.SessionIdentity;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Reads the user and the authorities of the security context that Spring Security keeps in a session.
 *
 * <p>A session without one says nothing, as with HTTP Basic: then nothing is compared, unless the session had one when the page
 * connected, which has been taken out since. For any thread.
 */
public final class SecuritySessionIdentity implements SessionIdentity {

    /** The attribute of a handshake that holds who was behind its session. */
    static final String AT_HANDSHAKE = SecuritySessionIdentity.class.getName();

    /** By what they are called: two of the same name give the same rights. */
    private record Who(String name, Set<String> authorities) {

        static Who of(Authentication authentication) {
            return new Who(
                    authentication.getName(),
                    authentication.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .map(String::valueOf)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** Creates it. */
    public SecuritySessionIdentity() {}

    @Override
    public @Nullable Object of(Function<String, @Nullable Object> attributes) {
        Authentication authentication =
                attributes.apply(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        ? context.getAuthentication()
                        : null;
        return authentication == null ? null : Who.of(authentication);
    }

    @Override
    public boolean holds(HandshakeSnapshot handshake, @Nullable Object now) {
        Object before = handshake.attributes().get(AT_HANDSHAKE);
        if (now == null) {
            return before == null;
        }
        if (before == null
                && handshake.attributes().get(SecurityHandshakeAttributes.AUTHENTICATION)
                        instanceof Authentication authentication) {
            before = Who.of(authentication);
        }
        return now.equals(before);
    }
}
