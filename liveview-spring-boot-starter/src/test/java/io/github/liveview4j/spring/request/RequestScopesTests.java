package io.github.liveview4j.spring.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** What is on a thread while a handler or a render runs, and afterwards. */
class RequestScopesTests {

    private final MockServletContext servletContext = new MockServletContext();
    private final GenericWebApplicationContext application = new GenericWebApplicationContext(servletContext);
    private final List<String> log = new ArrayList<>();
    private final RequestScopes scopes = new RequestScopes(application, List.of());

    @AfterEach
    void clearTheThread() {
        RequestContextHolder.resetRequestAttributes();
        LocaleContextHolder.resetLocaleContext();
    }

    private Map<String, Object> page(String uri, Locale locale) {
        return Map.of(
                HandshakeSnapshot.ATTRIBUTE,
                HandshakeSnapshot.of(new MockHttpServletRequest(servletContext, "GET", uri), locale, Map.of()));
    }

    private static String uriOnThread() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest()
                .getRequestURI();
    }

    private ThreadContext logging(String name) {
        return snapshot -> {
            log.add("enter " + name + " " + snapshot.requestUri());
            return () -> log.add("exit " + name);
        };
    }

    @Test
    void thePagesRequestAndLanguageAreOnTheThreadUntilTheScopeIsClosed() {
        try (RequestScopes.Scope scope = scopes.open(page("/one", Locale.GERMAN), Locale.GERMAN, null)) {
            assertThat(uriOnThread()).isEqualTo("/one");
            assertThat(LocaleContextHolder.getLocale()).isEqualTo(Locale.GERMAN);
            assertThat(scope.request().getRequestURI()).isEqualTo("/one");
            assertThat(scope.request().getAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE))
                    .isSameAs(application);
            assertThat(scope.response().encodeURL("/x")).isEqualTo("/x");
        }

        assertThat(RequestContextHolder.getRequestAttributes()).isNull();
        assertThat(LocaleContextHolder.getLocaleContext()).isNull();
    }

    @Test
    void anotherLanguageMayBeAskedFor() {
        try (RequestScopes.Scope scope = scopes.open(page("/one", Locale.GERMAN), Locale.FRENCH, null)) {
            assertThat(LocaleContextHolder.getLocale()).isEqualTo(Locale.FRENCH);
            assertThat(scope.request().getLocale()).isEqualTo(Locale.FRENCH);
        }
    }

    @Test
    void scopesNest() {
        RequestScopes.Scope outer = scopes.open(page("/one", Locale.GERMAN), Locale.GERMAN, null);
        RequestAttributes ofOuter = RequestContextHolder.getRequestAttributes();

        try (RequestScopes.Scope inner = scopes.open(page("/two", Locale.FRENCH), Locale.FRENCH, null)) {
            assertThat(uriOnThread()).isEqualTo("/two");
            assertThat(inner.request()).isNotSameAs(outer.request());
        }

        assertThat(RequestContextHolder.getRequestAttributes()).isSameAs(ofOuter);
        assertThat(LocaleContextHolder.getLocale()).isEqualTo(Locale.GERMAN);
        outer.close();
        assertThat(RequestContextHolder.getRequestAttributes()).isNull();
    }

    @Test
    void whatARealRequestHadOnTheThreadComesBack() {
        RequestAttributes before = new ServletRequestAttributes(new MockHttpServletRequest("GET", "/controller"));
        LocaleContext language = new SimpleLocaleContext(Locale.ITALIAN);
        RequestContextHolder.setRequestAttributes(before);
        LocaleContextHolder.setLocaleContext(language);

        scopes.open(page("/one", Locale.GERMAN), Locale.GERMAN, null).close();

        assertThat(RequestContextHolder.getRequestAttributes()).isSameAs(before);
        assertThat(LocaleContextHolder.getLocaleContext()).isSameAs(language);
    }

    @Test
    void withoutAPageTheScopeIsNobodys() {
        servletContext.setContextPath("/shop");

        try (RequestScopes.Scope scope = scopes.open(Map.of(), Locale.FRENCH, null)) {
            assertThat(scope.request().getContextPath()).isEqualTo("/shop");
            assertThat(scope.request().getUserPrincipal()).isNull();
            assertThat(LocaleContextHolder.getLocale()).isEqualTo(Locale.FRENCH);
        }
    }

    @Test
    void contextsAreEnteredInOrderAndLeftInReverse() {
        RequestScopes both = new RequestScopes(application, List.of(logging("a"), logging("b")));

        both.open(page("/one", Locale.GERMAN), Locale.GERMAN, null).close();

        assertThat(log).containsExactly("enter a /one", "enter b /one", "exit b", "exit a");
    }

    @Test
    void aContextThatCannotBeEnteredLeavesNothingOnTheThread() {
        RequestScopes failing = new RequestScopes(application, List.of(logging("a"), snapshot -> {
            throw new IllegalStateException("no entry");
        }));
        Map<String, Object> page = page("/one", Locale.GERMAN);

        assertThatIllegalStateException()
                .isThrownBy(() -> failing.open(page, Locale.GERMAN, null))
                .withMessage("no entry");

        assertThat(log).containsExactly("enter a /one", "exit a");
        assertThat(RequestContextHolder.getRequestAttributes()).isNull();
        assertThat(LocaleContextHolder.getLocaleContext()).isNull();
    }

    @Test
    void aContextThatCannotBeLeftKeepsNoOtherOnTheThread() {
        RequestScopes failing = new RequestScopes(application, List.of(logging("a"), snapshot -> () -> {
            throw new IllegalStateException("no exit");
        }));
        RequestScopes.Scope scope = failing.open(page("/one", Locale.GERMAN), Locale.GERMAN, null);

        assertThatIllegalStateException().isThrownBy(scope::close).withMessage("no exit");

        assertThat(log).containsExactly("enter a /one", "exit a");
        assertThat(RequestContextHolder.getRequestAttributes()).isNull();
        assertThat(LocaleContextHolder.getLocaleContext()).isNull();
    }

    @Test
    void closingTwiceIsClosingOnce() {
        RequestScopes.Scope scope = new RequestScopes(application, List.of(logging("a")))
                .open(page("/one", Locale.GERMAN), Locale.GERMAN, null);

        scope.close();
        scope.close();

        assertThat(log).containsOnlyOnce("exit a");
    }

    @Test
    void beansOfTheRequestScopeEndWithIt() {
        try (RequestScopes.Scope scope = scopes.open(page("/one", Locale.GERMAN), Locale.GERMAN, null)) {
            HttpServletRequest request = scope.request();
            RequestAttributes attributes = RequestContextHolder.currentRequestAttributes();
            attributes.setAttribute("bean", "x", RequestAttributes.SCOPE_REQUEST);
            attributes.registerDestructionCallback(
                    "bean", () -> log.add("destroyed " + request.getRequestURI()), RequestAttributes.SCOPE_REQUEST);
            assertThat(request.getAttribute("bean")).isEqualTo("x");
        }

        assertThat(log).containsExactly("destroyed /one");
    }

    @Test
    void withoutAServletApplicationThereIsNoScopeOfNobody() {
        RequestScopes outside = new RequestScopes(new GenericWebApplicationContext(), List.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> outside.open(Map.of(), Locale.GERMAN, null))
                .withMessageContaining("servlet web application");
    }

    @Test
    void anErrorOnTheWayInLeavesNothingOnTheThread() {
        RequestScopes broken = new RequestScopes(application, List.of(logging("first"), snapshot -> {
            throw new NoClassDefFoundError("on purpose");
        }));

        assertThatExceptionOfType(NoClassDefFoundError.class)
                .isThrownBy(() -> broken.open(page("/one", Locale.GERMAN), Locale.GERMAN, null));

        assertThat(log).containsExactly("enter first /one", "exit first");
        assertThat(RequestContextHolder.getRequestAttributes()).isNull();
        assertThat(LocaleContextHolder.getLocaleContext()).isNull();
    }
}
