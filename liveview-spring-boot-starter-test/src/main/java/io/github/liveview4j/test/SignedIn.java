package io.github.liveview4j.test;

import java.security.Principal;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.ClassUtils;

/** Signs users in: with Spring Security's test support where it is there, else by the request alone. For any thread. */
final class SignedIn {

    private static final boolean TEST_SUPPORT =
            isPresent("org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors");
    private static final boolean SECURITY = isPresent("org.springframework.security.web.FilterChainProxy");

    private SignedIn() {}

    static RequestPostProcessor as(String name, String... roles) {
        if (TEST_SUPPORT) {
            return Support.as(name, roles);
        }
        if (SECURITY) {
            throw new AssertionError("To sign \"" + name
                    + "\" in with Spring Security: expected spring-security-test on the class path, got none. Add "
                    + "spring-boot-starter-security-test with the scope test");
        }
        Principal principal = () -> name;
        return request -> {
            request.setUserPrincipal(principal);
            request.setRemoteUser(name);
            for (String role : roles) {
                request.addUserRole(role);
            }
            return request;
        };
    }

    /** Returns what signs in whom the test runs as, with {@code @WithMockUser} or its like, also on other threads. */
    static Optional<RequestPostProcessor> ofTest() {
        return TEST_SUPPORT ? Support.ofTest() : Optional.empty();
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, SignedIn.class.getClassLoader());
    }

    /** A class of its own, as the types in it may be missing. */
    private static final class Support {

        static RequestPostProcessor as(String name, String... roles) {
            var user = SecurityMockMvcRequestPostProcessors.user(name);
            return roles.length == 0 ? user : user.roles(roles);
        }

        static Optional<RequestPostProcessor> ofTest() {
            Authentication authentication =
                    TestSecurityContextHolder.getContext().getAuthentication();
            return Optional.ofNullable(authentication).map(SecurityMockMvcRequestPostProcessors::authentication);
        }
    }
}
