package io.github.liveview4j.spring.doors;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewBroadcaster.user;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.spring.doors.HandlerMatrixTests.Who;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every kind of room, for everybody, in both dialects: who may be in it, and that all others learn nothing of it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "liveview.page-token=required")
class RoomMatrixTests {

    private static final List<String> GUESSABLE = List.of(
            "of:ana", "of:bob", "of:nobody", "private:ana", "lobby", "00000000-0000-4000-8000-000000000000", "1");

    private static final String OWN = "5f0a8d3e-52c7-4b19-9e64-7d1c3a2b8f90";

    @LocalServerPort
    private int port;

    @Autowired
    private LiveViewBroadcaster live;

    private static final Map<Who, TestBrowser> BROWSERS = new EnumMap<>(Who.class);

    private TestBrowser browser(Who who) {
        return BROWSERS.computeIfAbsent(who, each -> {
            TestBrowser browser = new TestBrowser(port, "");
            return each == Who.NOBODY ? browser : browser.signIn(nameOf(each), "secret");
        });
    }

    private static String nameOf(Who who) {
        return who.name().toLowerCase(Locale.ROOT);
    }

    private static boolean may(Who who, String room) {
        return room.equals(OWN) || (who != Who.NOBODY && room.equals("of:" + nameOf(who)));
    }

    static Stream<Arguments> matrix() {
        return Stream.of(Who.values())
                .flatMap(who -> Stream.concat(GUESSABLE.stream(), Stream.of(OWN))
                        .map(room -> Arguments.of(who, room, may(who, room))));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void isEnteredByItsAddressByWhoMayBeInIt(Who who, String room, boolean may) {
        String cookie = browser(who).cookieHeader();
        for (boolean v2 : List.of(true, false)) {
            try (RawWebSocket socket = v2
                    ? RawWebSocket.v2(port, "/ws/liveview/" + room, cookie)
                    : RawWebSocket.v1(port, "/ws/liveview/" + room, cookie)) {
                assertThat(socket.status()).isEqualTo(may ? 101 : 403);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsForbiddenIsAnsweredAsWhatIsMissing(Who who) {
        String cookie = browser(who).cookieHeader();
        List<String> refusals = GUESSABLE.stream()
                .filter(room -> who == Who.NOBODY || !room.equals("of:" + nameOf(who)))
                .map(room -> {
                    try (RawWebSocket socket = RawWebSocket.v2(port, "/ws/liveview/" + room, cookie)) {
                        return socket.status() + " "
                                + socket.responseHeaders().stream()
                                        .filter(header -> !header.startsWith("Date:"))
                                        .toList();
                    }
                })
                .toList();

        assertThat(refusals).hasSizeGreaterThan(5).containsOnly(refusals.get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "@ana",
                "@bob",
                "#page-0123456789-abcdef",
                "%40ana",
                "%2a",
                "..",
                "%2e%2e",
                "a%2fb",
                "a,b",
                ""
            })
    void theRoomsOfTheServerItselfHaveNoAddress(String room) {
        String cookie = browser(Who.BOB).cookieHeader();
        try (RawWebSocket socket = RawWebSocket.v2(port, "/ws/liveview/" + room, cookie)) {
            assertThat(socket.status()).isGreaterThanOrEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidInARoomIsHeardByThoseWhoAreInItAndByNobodyElse(Who who) {
        TestBrowser browser = browser(who);
        String name = nameOf(who);
        try (TestPage page = browser.openLoaded(browser.get("/page").body())) {
            for (String room : List.of("private:ana", "private:bob", "of:ana", "of:bob", OWN)) {
                live.to(room(room)).send(replace("#news").text(room));
            }
            for (String user : List.of("ana", "bob")) {
                live.to(user(user)).send(replace("#news").text("for " + user));
            }
            live.broadcast(replace("#news").text("for all"));

            if (who != Who.NOBODY) {
                assertThat(page.nextUpdate()).isEqualTo("private:" + name);
                assertThat(page.nextUpdate()).isEqualTo("for " + name);
            }
            assertThat(page.nextUpdate()).isEqualTo("for all");
        }
    }
}
