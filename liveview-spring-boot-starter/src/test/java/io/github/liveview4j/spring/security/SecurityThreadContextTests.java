package io.github.liveview4j.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.request.HandshakeSnapshot;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in on the thread of a page. */
class SecurityThreadContextTests {

    private final SecurityThreadContext context = new SecurityThreadContext();
    private final Authentication alice = new TestingAuthenticationToken("alice", "", "ROLE_USER");
    private final Authentication bob = new TestingAuthenticationToken("bob", "", "ROLE_USER");

    @AfterEach
    void clearTheThread() {
        SecurityContextHolder.clearContext();
    }

    /** The snapshot that a handshake of this user leaves; nothing of it stays on the thread. */
    private HandshakeSnapshot handshakeOf(Authentication authentication) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        Map<String, Object> attributes = new HashMap<>();
        SecurityContextHolder.getContext().setAuthentication(authentication);
        new SecurityHandshakeAttributes().collect(request, attributes);
        SecurityContextHolder.clearContext();
        return HandshakeSnapshot.of(request, Locale.ENGLISH, attributes);
    }

    private static HandshakeSnapshot nobody() {
        return HandshakeSnapshot.ofNobody(new MockServletContext(), "", Locale.ENGLISH);
    }

    private static Authentication onThread() {
        return SecurityContextHolder.getContext().getAuthentication();
    }

    @Test
    void thePagesUserIsSignedInUntilTheScopeIsLeft() {
        Runnable exit = context.enter(handshakeOf(alice));

        assertThat(onThread()).isSameAs(alice);
        exit.run();
        assertThat(onThread()).isNull();
    }

    @Test
    void anAnonymousPageIsAnonymousAsInARequest() {
        Authentication anonymous = new AnonymousAuthenticationToken(
                "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

        Runnable exit = context.enter(handshakeOf(anonymous));

        assertThat(onThread()).isSameAs(anonymous);
        exit.run();
    }

    @Test
    void whoWasSignedInBeforeComesBack() {
        HandshakeSnapshot ofAlice = handshakeOf(alice);
        SecurityContextHolder.getContext().setAuthentication(bob);
        SecurityContext before = SecurityContextHolder.getContext();

        Runnable exit = context.enter(ofAlice);
        assertThat(onThread()).isSameAs(alice);
        exit.run();

        assertThat(SecurityContextHolder.getContext()).isSameAs(before);
        assertThat(onThread()).isSameAs(bob);
    }

    @Test
    void nobodyIsSignedInForABroadcast() {
        SecurityContextHolder.getContext().setAuthentication(bob);

        Runnable exit = context.enter(nobody());
        assertThat(onThread()).isNull();
        exit.run();

        assertThat(onThread()).isSameAs(bob);
    }

    @Test
    void whatAHandlerDoesToTheContextEndsWithIt() {
        Runnable exit = context.enter(handshakeOf(alice));
        SecurityContextHolder.getContext().setAuthentication(bob);
        exit.run();

        assertThat(onThread()).isNull();
        Runnable next = context.enter(nobody());
        assertThat(onThread()).isNull();
        next.run();
    }

    @Test
    void whatIsEnteredAgainInsideStaysAsItIs() {
        HandshakeSnapshot ofAlice = handshakeOf(alice);
        Runnable exit = context.enter(ofAlice);
        SecurityContext outer = SecurityContextHolder.getContext();

        Runnable inner = context.enter(ofAlice);
        assertThat(SecurityContextHolder.getContext()).isSameAs(outer);
        inner.run();

        assertThat(onThread()).isSameAs(alice);
        exit.run();
        assertThat(onThread()).isNull();
    }

    @Test
    void insideOfAnotherUserThePageIsItsOwn() {
        HandshakeSnapshot ofAlice = handshakeOf(alice);
        Runnable exit = context.enter(ofAlice);
        SecurityContextHolder.getContext().setAuthentication(bob);

        Runnable inner = context.enter(ofAlice);
        assertThat(onThread()).isSameAs(alice);
        inner.run();

        assertThat(onThread()).isSameAs(bob);
        exit.run();
    }
}
