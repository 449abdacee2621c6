package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.dispatch.LiveViewConnection;
import io.github.liveview4j.dispatch.LiveViewDispatcher;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessions;
import io.github.liveview4j.session.Wire;
import io.github.liveview4j.spring.request.HandshakeAttributes;
import io.github.liveview4j.spring.request.HandshakeSnapshot;
import io.github.liveview4j.spring.thymeleaf.shop.ShopTest;
import jakarta.servlet.ServletContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The thread that brought an event belongs to the container again when the event is over; here it is the test's own. */
@ShopTest
class ThreadAfterCallTests {

    @Autowired
    private LiveViewDispatcher dispatcher;

    @Autowired
    private LiveViewSessions sessions;

    @Autowired
    private List<HandshakeAttributes> collectors;

    @Autowired
    private ServletContext servletContext;

    private final List<LiveViewConnection> pages = new ArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeThePagesAndClearTheThread() {
        pages.forEach(LiveViewConnection::closed);
        SecurityContextHolder.clearContext();
        RequestContextHolder.resetRequestAttributes();
        LocaleContextHolder.resetLocaleContext();
    }

    /** A page of the first dialect, which needs no hello. */
    private LiveViewConnection pageOf(String user) {
        MockHttpServletRequest handshake = new MockHttpServletRequest(servletContext, "GET", "/ws/liveview/thread");
        Map<String, Object> kept = new HashMap<>();
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(user, "", "ROLE_USER"));
        collectors.forEach(collector -> collector.collect(handshake, kept));
        SecurityContextHolder.clearContext();
        LiveViewSession session = sessions.create(
                UUID.randomUUID().toString(),
                "thread",
                null,
                null,
                Map.of(
                        LiveViewDispatcher.LOCALE,
                        Locale.GERMAN,
                        HandshakeSnapshot.ATTRIBUTE,
                        HandshakeSnapshot.of(handshake, Locale.GERMAN, kept)),
                new Recording());
        LiveViewConnection page = dispatcher.open(session);
        pages.add(page);
        return page;
    }

    private static void call(LiveViewConnection page, String function) {
        page.receive(("{\"function\":\"" + function + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"userOfThread", "authentication", "missingFragment", "noSuchHandler"})
    void nothingIsLeftOnAThreadThatHadNothing(String function) {
        LiveViewConnection page = pageOf("alice");

        call(page, function);

        assertThat(received).hasSize(1);
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
        assertThat(RequestContextHolder.getRequestAttributes()).isNull();
        assertThat(LocaleContextHolder.getLocaleContext()).isNull();
    }

    @Test
    void whatWasOnTheThreadBeforeComesBack() {
        LiveViewConnection page = pageOf("alice");
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("bob", ""));
        SecurityContext user = SecurityContextHolder.getContext();
        RequestAttributes request = new ServletRequestAttributes(new MockHttpServletRequest());
        LocaleContext language = new SimpleLocaleContext(Locale.ITALIAN);
        RequestContextHolder.setRequestAttributes(request);
        LocaleContextHolder.setLocaleContext(language);

        call(page, "userOfThread");
        call(page, "languageOfThread");
        call(page, "authentication");
        call(page, "missingFragment");

        assertThat(received.get(0)).contains("alice");
        assertThat(received.get(1)).contains("\"de\"");
        assertThat(received.get(2)).contains("alice");
        assertThat(received.get(3)).contains("\"failed\"");
        assertThat(SecurityContextHolder.getContext()).isSameAs(user);
        assertThat(RequestContextHolder.getRequestAttributes()).isSameAs(request);
        assertThat(LocaleContextHolder.getLocaleContext()).isSameAs(language);
    }

    private final class Recording implements Wire {

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void send(Frame frame) {
            received.add(frame.text());
        }

        @Override
        public void sendAsync(Frame frame, Completion completion) {
            received.add(frame.text());
            completion.sent();
        }

        @Override
        public void close(CloseReason reason) {
            // Nothing to close.
        }
    }
}
