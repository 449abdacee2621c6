package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("D45: a room that cannot be guessed")
class UnguessableRoomTests {

    @Test
    void hasTheFormOfAUuidOrOfItsDigits() {
        for (int i = 0; i < 10_000; i++) {
            String uuid = UUID.randomUUID().toString();
            assertThat(UnguessableRoom.matches(uuid)).as(uuid).isTrue();
            assertThat(UnguessableRoom.matches(uuid.toUpperCase(Locale.ROOT)))
                    .as(uuid)
                    .isTrue();
            assertThat(UnguessableRoom.matches(uuid.replace("-", ""))).as(uuid).isTrue();
        }
    }

    static Stream<String> guessable() {
        UUID random = UUID.randomUUID();
        String hex = random.toString().replace("-", "");
        return Stream.of(
                "lobby",
                "orders:42",
                "user_1",
                "0".repeat(32),
                "f".repeat(32),
                "0".repeat(31) + "1",
                "00000000-0000-0000-0000-000000000000",
                "00000000-0000-4000-8000-000000000001",
                "0123456789abcdef0123456789abcdef",
                "abababababababababababababababab",
                UUID.nameUUIDFromBytes(new byte[] {1}).toString(),
                "c232ab00-9414-11ec-b3c8-9f68deced846",
                hex.substring(1),
                hex + "0",
                random + "0",
                random.toString().replaceFirst("-", ":"),
                "orders-of-the-customer-1234567",
                "CustomerSupport-Channel-42",
                "orders-Acme-Corporation-1",
                "user_Ada_Lovelace_notifications",
                "c4ca4238a0b923820dcc509a6f75849b", // what anybody can compute: the MD5 of "1"
                "3q2-7wAbCdEfGhIjKlMnOp",
                "CUSTOMER_ORDERS_OF_2024_AND_LATER",
                "aB".repeat(30),
                "A".repeat(128),
                "3q2-7wAbCdEfGhIjKlMnO",
                "3q2.7wAbCdEfGhIjKlMnOp");
    }

    @ParameterizedTest
    @MethodSource("guessable")
    void isNoNameAndNoPattern(String room) {
        assertThat(UnguessableRoom.matches(room)).isFalse();
    }
}
