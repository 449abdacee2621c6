package io.github.liveview4j.spring.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.doors.GuardedApplication.Guarded;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every handler of an application, for everybody, in both dialects: who may call it, and what all others learn. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "liveview.page-token=required")
class HandlerMatrixTests {

    /** Nobody in particular; the wrong one; the right one. */
    enum Who {
        NOBODY(Set.of("open")),
        BOB(Set.of("open", "signedIn")),
        ANA(Set.of("open", "signedIn", "clerks", "owners"));

        private final Set<String> may;

        Who(Set<String> may) {
            this.may = may;
        }
    }

    private static final List<String> HANDLERS = List.of("open", "signedIn", "clerks", "owners");

    @LocalServerPort
    private int port;

    @Autowired
    private Guarded guarded;

    @BeforeEach
    void nothingHasRun() {
        guarded.ran().clear();
    }

    private TestBrowser browser(Who who) {
        TestBrowser browser = new TestBrowser(port, "");
        return who == Who.NOBODY ? browser : browser.signIn(who.name().toLowerCase(Locale.ROOT), "secret");
    }

    static Stream<Arguments> matrix() {
        return Stream.of(Who.values())
                .flatMap(
                        who -> HANDLERS.stream().map(handler -> Arguments.of(who, handler, who.may.contains(handler))));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void runsForWhoMayCallItAndForNobodyElse(Who who, String handler, boolean may) {
        TestBrowser browser = browser(who);
        try (TestPage page = browser.openLoaded(browser.get("/page").body())) {
            page.call(handler, Map.of("owner", "ana"), List.of());
        }

        String name = who == Who.NOBODY ? "nobody" : who.name().toLowerCase(Locale.ROOT);
        assertThat(guarded.ran()).isEqualTo(may ? List.of(handler + " " + name) : List.of());
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void runsInTheFirstDialectForTheSame(Who who, String handler, boolean may) {
        TestBrowser browser = browser(who);
        browser.get("/page");
        try (RawWebSocket socket = RawWebSocket.v1(port, "/ws/liveview/" + UUID.randomUUID(), browser.cookieHeader())) {
            socket.send("{\"function\":\"" + handler + "\",\"data\":{\"owner\":\"ana\"}}");
            socket.send("{\"function\":\"missing\"}");
            // A handler that runs says nothing here.
            for (int answers = may ? 1 : 2; answers > 0; answers--) {
                assertThat(socket.next()).contains("\"error\"");
            }
        }

        assertThat(guarded.ran()).hasSize(may ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsForbiddenIsAnsweredAsWhatIsMissing(Who who) {
        TestBrowser browser = browser(who);
        try (TestPage page = browser.openLoaded(browser.get("/page").body())) {
            String missing = answer(page, "no_such_handler");
            for (String handler : HANDLERS) {
                if (!who.may.contains(handler)) {
                    assertThat(answer(page, handler)).as(handler).isEqualTo(missing);
                }
            }
        }
    }

    /** The answer without what differs by itself: the number of the call and the reference. */
    private static String answer(TestPage page, String handler) {
        String reply = page.call(handler).toString();
        assertThat(reply).contains("\"error\"").doesNotContain(handler);
        return reply.replaceAll("\"id\":\\d+|\"ref\":\"[^\"]+\"", "");
    }

    static Stream<String> whatIsNoHandler() {
        Class<?> bean = Guarded.class;
        return Stream.of(
                        Stream.of(bean.getMethods()).map(Method::getName),
                        Stream.of(bean.getDeclaredMethods())
                                .map(Method::getName)
                                .filter(name -> !HANDLERS.contains(name) && !name.equals("join")),
                        HANDLERS.stream()
                                .flatMap(name -> Stream.of(
                                        "guarded." + name,
                                        "guarded#" + name,
                                        bean.getName() + "." + name,
                                        name.toUpperCase(),
                                        " " + name,
                                        name + " ",
                                        name + "()",
                                        name + "\\u0000",
                                        "@" + name,
                                        "${@guarded." + name + "()}",
                                        "#{guarded." + name + "}")),
                        Stream.of(
                                "",
                                "class",
                                "constructor",
                                "__proto__",
                                "toString",
                                "T(java.lang.Runtime)",
                                "*",
                                "a::b"))
                .flatMap(names -> names)
                .distinct();
    }

    @ParameterizedTest
    @EnumSource
    void nothingButAnAnnotatedMethodIsReachedByAnyName(Who who) {
        TestBrowser browser = browser(who);
        try (TestPage page = browser.openLoaded(browser.get("/page").body())) {
            whatIsNoHandler()
                    .forEach(name -> assertThat(
                                    page.call(name).path("error").path("code").asString(""))
                            .as(name)
                            .isEqualTo("unknown_function"));
        }
        assertThat(guarded.ran()).isEmpty();
    }
}
