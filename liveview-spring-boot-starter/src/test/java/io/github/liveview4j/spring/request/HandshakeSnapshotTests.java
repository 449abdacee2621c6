package io.github.liveview4j.spring.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;

/** What is kept of a handshake. */
class HandshakeSnapshotTests {

    private final MockServletContext servletContext = new MockServletContext();
    private final MockHttpServletRequest request =
            new MockHttpServletRequest(servletContext, "GET", "/ws/liveview/lobby");

    @Test
    void itOutlivesTheRequest() {
        Map<String, Object> attributes = new HashMap<>(Map.of("kept", "value"));
        request.addHeader("Host", "localhost");
        request.addParameter("q", "1");
        request.setQueryString("q=1");
        request.setCookies(new Cookie("a", "b"));
        request.setUserPrincipal(() -> "alice");
        MockHttpSession session = new MockHttpSession(servletContext);
        request.setSession(session);
        HandshakeSnapshot snapshot = HandshakeSnapshot.of(request, Locale.GERMAN, attributes);

        attributes.clear();
        request.removeAllParameters();
        request.removeHeader("Host");
        request.setCookies();
        request.setRequestURI("/another");
        request.setQueryString(null);
        request.setUserPrincipal(null);
        request.setSession(null);
        request.close();

        assertThat(snapshot.requestUri()).isEqualTo("/ws/liveview/lobby");
        assertThat(snapshot.queryString()).isEqualTo("q=1");
        assertThat(snapshot.header("host")).containsExactly("localhost");
        assertThat(snapshot.parameters().get("q")).containsExactly("1");
        assertThat(snapshot.cookies()).extracting(Cookie::getName).containsExactly("a");
        assertThat(snapshot.principal()).isNotNull();
        assertThat(snapshot.session()).isSameAs(session);
        assertThat(snapshot.attributes()).containsEntry("kept", "value");
        assertThat(snapshot.servletContext()).isSameAs(servletContext);
    }

    @Test
    void itCannotBeChanged() {
        request.addHeader("Host", "localhost");
        request.addParameter("q", "1");
        HandshakeSnapshot snapshot = HandshakeSnapshot.of(request, Locale.GERMAN, Map.of());

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> snapshot.parameters().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> snapshot.headers().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> snapshot.attributes().put("a", "b"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> snapshot.cookies().clear());
    }

    @Test
    void itMakesNoSession() {
        assertThat(HandshakeSnapshot.of(request, Locale.GERMAN, Map.of()).session())
                .isNull();
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void theSameInAnotherLanguageDiffersInNothingElse() {
        request.setUserPrincipal(() -> "alice");
        HandshakeSnapshot german = HandshakeSnapshot.of(request, Locale.GERMAN, Map.of("kept", "value"));

        HandshakeSnapshot french = german.in(Locale.FRENCH);

        assertThat(german.in(Locale.GERMAN)).isSameAs(german);
        assertThat(french.locale()).isEqualTo(Locale.FRENCH);
        assertThat(french)
                .usingRecursiveComparison()
                .ignoringFields("locale", "servletContext", "principal")
                .isEqualTo(german);
        assertThat(french.principal()).isSameAs(german.principal());
    }

    @Test
    void nobodysHasTheContextPathAndNothingOfAnybody() {
        servletContext.setContextPath("/shop");

        HandshakeSnapshot nobody = HandshakeSnapshot.ofNobody(servletContext, "/app", Locale.FRENCH);

        assertThat(nobody.contextPath()).isEqualTo("/shop");
        assertThat(nobody.servletPath()).isEqualTo("/app");
        assertThat(nobody.requestUri()).isEqualTo("/shop/app/");
        assertThat(nobody.locale()).isEqualTo(Locale.FRENCH);
        assertThat(nobody.principal()).isNull();
        assertThat(nobody.session()).isNull();
        assertThat(nobody.attributes()).isEmpty();
        assertThat(nobody.headerNames()).isEqualTo(List.of());
    }

    @Test
    void itsTextKeepsSecretsOfHeadersAndCookies() {
        request.addHeader("Authorization", "hunter2");
        request.setCookies(new Cookie("JSESSIONID", "hunter3"));

        assertThat(HandshakeSnapshot.of(request, Locale.GERMAN, Map.of()))
                .hasToString("HandshakeSnapshot[/ws/liveview/lobby]");
    }
}
