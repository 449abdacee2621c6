package io.github.liveview4j.spring.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** The request that a render sees. */
class DetachedRequestTests {

    private static final WebApplicationContext CONTEXT = new GenericWebApplicationContext();
    private static final String OF_SPRING = DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE;

    private final MockServletContext servletContext = new MockServletContext();
    private final MockHttpServletRequest handshake =
            new MockHttpServletRequest(servletContext, "GET", "/shop/ws/liveview/lobby");

    private HttpServletRequest detached() {
        return new DetachedRequest(
                HandshakeSnapshot.of(handshake, Locale.GERMAN, Map.of("kept", "value")), CONTEXT, null);
    }

    private static Arguments refused(String name, ThrowingMethod method) {
        return Arguments.of(name, method);
    }

    private interface ThrowingMethod {
        void call(HttpServletRequest request) throws Throwable;
    }

    static Stream<Arguments> refusedMethods() {
        return Stream.of(
                refused("getInputStream", ServletRequest::getInputStream),
                refused("getReader", ServletRequest::getReader),
                refused("getContentLength", ServletRequest::getContentLength),
                refused("getRequestDispatcher", request -> request.getRequestDispatcher("/")),
                refused("startAsync", ServletRequest::startAsync),
                refused("isAsyncStarted", ServletRequest::isAsyncStarted),
                refused("getParts", HttpServletRequest::getParts),
                refused("changeSessionId", HttpServletRequest::changeSessionId),
                refused("isUserInRole", request -> request.isUserInRole("ADMIN")),
                refused("login", request -> request.login("user", "password")),
                refused("logout", HttpServletRequest::logout),
                refused("upgrade", request -> request.upgrade(null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedMethods")
    void whatARequestThatIsOverCannotDoIsRefusedByName(String name, ThrowingMethod method) {
        HttpServletRequest request = detached();
        ThrowingCallable call = () -> method.call(request);

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(call)
                .withMessageContaining("HttpServletRequest." + name + " is not available")
                .withMessageContaining("WebSocket");
    }

    @Test
    void whatAResponseThatIsOverCannotDoIsRefusedByName() {
        DetachedResponse response = new DetachedResponse();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(response::getWriter)
                .withMessageContaining("HttpServletResponse.getWriter is not available");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> response.addCookie(new Cookie("a", "b")))
                .withMessageContaining("addCookie");
        assertThat(response.encodeURL("/x?y=1")).isEqualTo("/x?y=1");
        assertThat(response.encodeRedirectURL("/x")).isEqualTo("/x");
        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getCharacterEncoding()).isEqualTo("UTF-8");
    }

    @Test
    void attributesAreItsOwn() {
        handshake.setAttribute("ofTheHandshake", "x");
        HandshakeSnapshot snapshot = HandshakeSnapshot.of(handshake, Locale.GERMAN, Map.of("kept", "value"));
        HttpServletRequest one = new DetachedRequest(snapshot, CONTEXT, null);
        HttpServletRequest two = new DetachedRequest(snapshot, CONTEXT, null);

        one.setAttribute("own", "1");
        one.removeAttribute("kept");
        two.setAttribute("nulled", "1");
        two.setAttribute("nulled", null);

        assertThat(Collections.list(one.getAttributeNames())).containsExactlyInAnyOrder("own", OF_SPRING);
        assertThat(one.getAttribute("kept")).isNull();
        assertThat(two.getAttribute("nulled")).isNull();
        assertThat(Collections.list(two.getAttributeNames())).containsExactlyInAnyOrder("kept", OF_SPRING);
        assertThat(two.getAttribute("kept")).isEqualTo("value");
        assertThat(snapshot.attributes()).containsOnlyKeys("kept");
    }

    @Test
    void attributesMayBeChangedWhileTheirNamesAreRead() {
        HttpServletRequest request = detached();
        var names = request.getAttributeNames();

        request.setAttribute("another", "1");

        assertThat(Collections.list(names)).containsExactlyInAnyOrder("kept", OF_SPRING);
    }

    @Test
    void theAddressIsThatOfTheHandshake() {
        handshake.setScheme("https");
        handshake.setServerName("shop.example");
        handshake.setServerPort(8443);
        handshake.setContextPath("/shop");
        handshake.setServletPath("/ws/liveview/lobby");
        handshake.setQueryString("q=1");
        handshake.setRemoteAddr("192.0.2.7");
        HttpServletRequest request = detached();

        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getScheme()).isEqualTo("https");
        assertThat(request.isSecure()).isTrue();
        assertThat(request.getServerName()).isEqualTo("shop.example");
        assertThat(request.getServerPort()).isEqualTo(8443);
        assertThat(request.getContextPath()).isEqualTo("/shop");
        assertThat(request.getServletPath()).isEqualTo("/ws/liveview/lobby");
        assertThat(request.getPathInfo()).isNull();
        assertThat(request.getRequestURI()).isEqualTo("/shop/ws/liveview/lobby");
        assertThat(request.getRequestURL()).hasToString("https://shop.example:8443/shop/ws/liveview/lobby");
        assertThat(request.getQueryString()).isEqualTo("q=1");
        assertThat(request.getRemoteAddr()).isEqualTo("192.0.2.7");
        assertThat(request.getServletContext()).isSameAs(servletContext);
        assertThat(request.getDispatcherType()).isEqualTo(DispatcherType.REQUEST);
        assertThat(request.getCharacterEncoding()).isEqualTo("UTF-8");
    }

    @Test
    void theUsualPortIsNotPartOfTheAddress() {
        handshake.setServerName("shop.example");
        assertThat(detached().getRequestURL()).hasToString("http://shop.example/shop/ws/liveview/lobby");
        assertThat(detached().isSecure()).isFalse();

        handshake.setScheme("https");
        handshake.setServerPort(443);
        assertThat(detached().getRequestURL()).hasToString("https://shop.example/shop/ws/liveview/lobby");
    }

    @Test
    void parametersHeadersAndCookiesAreThoseOfTheHandshake() {
        handshake.addParameter("q", "1", "2");
        handshake.addHeader("X-One", "1");
        handshake.addHeader("X-One", "2");
        handshake.setCookies(new Cookie("a", "b"));
        HttpServletRequest request = detached();

        assertThat(request.getParameter("q")).isEqualTo("1");
        assertThat(request.getParameterValues("q")).containsExactly("1", "2");
        assertThat(request.getParameter("missing")).isNull();
        assertThat(request.getParameterValues("missing")).isNull();
        assertThat(request.getParameterMap()).containsOnlyKeys("q");
        assertThat(Collections.list(request.getParameterNames())).containsExactly("q");
        assertThat(request.getHeader("x-one")).isEqualTo("1");
        assertThat(Collections.list(request.getHeaders("X-ONE"))).containsExactly("1", "2");
        assertThat(request.getHeader("missing")).isNull();
        assertThat(Collections.list(request.getHeaderNames())).contains("X-One");
        assertThat(request.getCookies()).extracting(Cookie::getName).containsExactly("a");
    }

    @Test
    void withoutCookiesThereAreNoneAsInAnyRequest() {
        assertThat(detached().getCookies()).isNull();
    }

    @Test
    void theLocaleIsTheOneOfThePage() {
        handshake.setPreferredLocales(List.of(Locale.FRENCH));

        assertThat(detached().getLocale()).isEqualTo(Locale.GERMAN);
        assertThat(Collections.list(detached().getLocales())).containsExactly(Locale.GERMAN);
    }

    @Test
    void theUserIsTheOneOfTheHandshake() {
        assertThat(detached().getUserPrincipal()).isNull();
        assertThat(detached().getRemoteUser()).isNull();

        handshake.setUserPrincipal(() -> "alice");

        assertThat(detached().getUserPrincipal().getName()).isEqualTo("alice");
        assertThat(detached().getRemoteUser()).isEqualTo("alice");
    }

    @Test
    void theSessionIsTheOneOfTheHandshakeUntilItEnds() {
        MockHttpSession session = new MockHttpSession(servletContext);
        handshake.setSession(session);
        HttpServletRequest request = detached();

        assertThat(request.getSession()).isSameAs(session);
        assertThat(request.getSession(false)).isSameAs(session);

        session.invalidate();

        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void aSessionIsNotMade() {
        HttpServletRequest request = detached();

        assertThat(request.getSession(false)).isNull();
        assertThatIllegalStateException().isThrownBy(request::getSession).withMessageContaining("handshake");
    }
}
