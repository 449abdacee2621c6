package io.github.liveview4j.spring.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.RoomAuthorizer;
import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;

/** Who may open which room, asked by a real handshake. */
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("D44, D45: rooms")
class RoomRuleTests {

    private static final String PATH = "/ws/liveview/";

    /** {@code ana:secret} in the form of HTTP Basic. */
    private static final String ANA = "Authorization: Basic YW5hOnNlY3JldA==";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithoutAuthorizer {

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(User.withUsername("ana")
                    .password("{noop}secret")
                    .roles("USER")
                    .build());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Authorizers {

        @Bean
        @Order(2)
        RoomAuthorizer lobbyForEverybody() {
            return (room, handshake) -> room.equals("lobby") || room.equals("broken");
        }

        @Bean
        @Order(1)
        RoomAuthorizer ownOrders() {
            return (room, handshake) -> {
                if (room.equals("broken")) {
                    throw new IllegalStateException("the database is away");
                }
                if (room.startsWith("number:")) {
                    return Long.parseLong(room.substring("number:".length())) == 1;
                }
                return handshake
                        .user()
                        .filter(user -> room.equals("orders:" + user.getName()))
                        .isPresent();
            };
        }
    }

    private static int status(int port, String room, String... headers) {
        try (RawWebSocket v2 = RawWebSocket.v2(port, PATH + room, headers);
                RawWebSocket v1 = RawWebSocket.v1(port, PATH + room + "/", headers)) {
            assertThat(v1.status()).as("v1 as v2").isEqualTo(v2.status());
            return v2.status();
        }
    }

    @Nested
    @SpringBootTest(classes = WithoutAuthorizer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    class WithoutAnAuthorizer {

        @LocalServerPort
        private int port;

        @Test
        void randomRoomIsOpenInBothDialects() {
            assertThat(status(port, UUID.randomUUID().toString())).isEqualTo(101);
            assertThat(status(port, UUID.randomUUID().toString().replace("-", "")))
                    .isEqualTo(101);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "lobby",
                    "orders:42",
                    "00000000000000000000000000000000",
                    "00000000-0000-4000-8000-000000000001"
                })
        void roomThatCanBeGuessedIsRefusedToEverybody(String room) {
            assertThat(status(port, room)).isEqualTo(403);
            assertThat(status(port, room, ANA)).isEqualTo(403);
        }

        @Test
        void logSaysWhatToDeclareAndDoesNotRepeatALongName(CapturedOutput output) {
            assertThat(status(port, "q".repeat(128))).isEqualTo(403);

            assertThat(output.getAll())
                    .contains("(403) for its room 'qqq")
                    .contains("declare a RoomAuthorizer bean")
                    .doesNotContain("q".repeat(100));
        }
    }

    @Nested
    @SpringBootTest(
            classes = {WithoutAuthorizer.class, Authorizers.class},
            webEnvironment = WebEnvironment.RANDOM_PORT)
    class WithAuthorizers {

        @LocalServerPort
        private int port;

        @Test
        void oneThatAdmitsIsEnough() {
            assertThat(status(port, "lobby")).isEqualTo(101);
            assertThat(status(port, "orders:ana", ANA)).isEqualTo(101);
        }

        @Test
        void refusedIsTheSameWhateverTheReason() {
            RawWebSocket nobodys = RawWebSocket.v2(port, PATH + "nobodys");
            RawWebSocket anas = RawWebSocket.v2(port, PATH + "orders:ana");
            RawWebSocket broken = RawWebSocket.v2(port, PATH + "broken");

            assertThat(List.of(nobodys.status(), anas.status(), broken.status()))
                    .containsOnly(403);
            assertThat(withoutDate(anas)).isEqualTo(withoutDate(nobodys));
            assertThat(withoutDate(broken)).isEqualTo(withoutDate(nobodys));
            List.of(nobodys, anas, broken).forEach(RawWebSocket::close);
        }

        private List<String> withoutDate(RawWebSocket refused) {
            return refused.responseHeaders().stream()
                    .filter(header -> !header.startsWith("Date:") && !header.startsWith("Set-Cookie:"))
                    .toList();
        }

        @Test
        void roomIsRefusedToWhoeverIsNotAdmitted() {
            assertThat(status(port, "orders:bob", ANA)).isEqualTo(403);
            assertThat(status(port, "orders:ana")).isEqualTo(403);
        }

        @Test
        @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
        void exceptionRefusesThoughALaterOneWouldAdmitAndIsLoggedWithItsCause(CapturedOutput output) {
            assertThat(status(port, "broken")).isEqualTo(403);

            assertThat(output).contains("(403) for its room 'broken'").contains("the database is away");
        }

        @Test
        void strangersCannotUseUpThePlaceOfTheApplicationsOwnFailures(CapturedOutput output) {
            for (int i = 0; i < 110; i++) {
                try (RawWebSocket socket = RawWebSocket.v2(port, PATH + "number:a" + i)) {
                    assertThat(socket.status()).isEqualTo(403);
                }
            }
            assertThat(output.toString().split("java.lang.NumberFormatException: For input", -1))
                    .hasSizeLessThanOrEqualTo(2);
        }

        @Test
        void whoIsRefusedGetsNoSession() {
            try (RawWebSocket refused = RawWebSocket.v2(port, PATH + "secret");
                    RawWebSocket admitted = RawWebSocket.v2(port, PATH + "lobby")) {
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.responseHeaders()).noneMatch(header -> header.startsWith("Set-Cookie"));
                assertThat(admitted.status()).isEqualTo(101);
                assertThat(admitted.responseHeaders()).anyMatch(header -> header.startsWith("Set-Cookie"));
            }
        }

        @Test
        void randomRoomNeedsNoAuthorizer() {
            assertThat(status(port, UUID.randomUUID().toString())).isEqualTo(101);
        }
    }
}
