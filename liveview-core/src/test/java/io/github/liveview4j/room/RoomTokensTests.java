package io.github.liveview4j.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTokensTests {

    private static final String SECRET = "a secret of at least thirty-two bytes";
    private static final String PAGE = "page-0123456789-abcdef";
    private static final String OTHER_PAGE = "page-abcdef-0123456789";

    private final HandSetClock clock = new HandSetClock();
    private final RoomTokens tokens = RoomFixture.tokens(SECRET, clock);

    private static final class HandSetClock extends Clock {
        private Instant now = Instant.parse("2030-01-02T03:04:05Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void aPageTokenNamesItsRoomsToAnyPageOfTheUser() {
        String token = tokens.pageToken("ana", List.of("b", "a", "b"));

        assertThat(tokens.rooms(token, PAGE, "ana")).containsExactlyInAnyOrder("a", "b");
        assertThat(tokens.rooms(token, OTHER_PAGE, "ana")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aReceiptNamesItsRoomToItsPageOnly() {
        String receipt = tokens.receipt(PAGE, "ana", "a");

        assertThat(tokens.rooms(receipt, PAGE, "ana")).containsExactly("a");
        assertThat(tokens.rooms(receipt, OTHER_PAGE, "ana")).isNull();
    }

    @Test
    void isOfTheSameTextForTheSameRooms() {
        assertThat(tokens.pageToken(null, List.of("b", "a"))).isEqualTo(tokens.pageToken(null, List.of("a", "b", "a")));
    }

    @Test
    void mayNameNoRoom() {
        assertThat(tokens.rooms(tokens.pageToken("ana", List.of()), PAGE, "ana"))
                .isEmpty();
    }

    @Test
    void holdsOnEveryNodeWithTheKeyAndOnNoOther() {
        String token = tokens.pageToken("ana", List.of("a"));

        assertThat(RoomFixture.tokens(SECRET, clock).rooms(token, PAGE, "ana")).containsExactly("a");
        assertThat(RoomFixture.tokens(SECRET + "x", clock).rooms(token, PAGE, "ana"))
                .isNull();
    }

    @Test
    void holdsForNoOtherUserAndForNobodyElse() {
        String anas = tokens.pageToken("ana", List.of("a"));
        String nobodys = tokens.pageToken(null, List.of("a"));

        assertThat(tokens.rooms(anas, PAGE, "bob")).isNull();
        assertThat(tokens.rooms(anas, PAGE, null)).isNull();
        assertThat(tokens.rooms(nobodys, PAGE, "ana")).isNull();
        assertThat(tokens.rooms(nobodys, PAGE, null)).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@", "|", "a|b", "||||", "ana\n", "null", "Zoë", "名前", "😀", "a,b", "\0"})
    void aUserMayHaveAnyName(String user) {
        String token = tokens.pageToken(user, List.of("a"));

        assertThat(tokens.rooms(token, PAGE, user)).containsExactly("a");
        assertThat(tokens.rooms(token, PAGE, null)).isNull();
        assertThat(tokens.rooms(token, PAGE, user + "x")).isNull();
    }

    @Test
    void holdsForADayAndNoLonger() {
        String token = tokens.pageToken("ana", List.of("a"));
        clock.now = clock.now.plus(Duration.ofDays(1));
        assertThat(tokens.rooms(token, PAGE, "ana")).containsExactly("a");

        clock.now = clock.now.plusSeconds(1);

        assertThat(tokens.rooms(token, PAGE, "ana")).isNull();
    }

    @Test
    void holdsWhereTheClockIsBehind() {
        String token = tokens.pageToken("ana", List.of("a"));
        clock.now = clock.now.minusSeconds(30);

        assertThat(tokens.rooms(token, PAGE, "ana")).containsExactly("a");
    }

    @Test
    void doesNotHoldWithAnyCharacterChanged() {
        String token = tokens.receipt(PAGE, "ana", "a");
        for (int i = 0; i < token.length(); i++) {
            for (char other : "A0|,@".toCharArray()) {
                String changed = token.substring(0, i) + other + token.substring(i + 1);
                if (!changed.equals(token)) {
                    assertThat(tokens.rooms(changed, PAGE, "ana")).as(changed).isNull();
                }
            }
        }
    }

    @Test
    void doesNotHoldTruncatedOrWithSomethingAdded() {
        String token = tokens.receipt(PAGE, "ana", "a");
        for (int i = 0; i < token.length(); i++) {
            assertThat(tokens.rooms(token.substring(0, i), PAGE, "ana")).isNull();
        }
        for (String more : List.of("=", " ", "|", "|x", "\n", "A")) {
            assertThat(tokens.rooms(token + more, PAGE, "ana")).isNull();
        }
    }

    @Test
    void doesNotHoldWithOtherRooms() {
        String token = tokens.pageToken("ana", List.of("a"));

        for (String rooms : List.of("|b|", "|a,b|", "||", "|*|", "|@bob|")) {
            assertThat(tokens.rooms(token.replace("|a|", rooms), PAGE, "ana")).isNull();
        }
    }

    @Test
    void doesNotHoldWithThePageOfAReceiptLeftOut() {
        String receipt = tokens.receipt(PAGE, "ana", "a");

        assertThat(tokens.rooms(receipt.replace(PAGE, ""), OTHER_PAGE, "ana")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "|", "||||", "|||||", "x||||", "nonsense", "999999999999999999999|||a|", "1|||a|ä"})
    void isNoneWhereItIsNonsense(String text) {
        assertThat(tokens.rooms(text, PAGE, null)).isNull();
    }

    @Test
    void isNoneWhereItIsVeryLong() {
        assertThat(tokens.rooms("|".repeat(10_000_000), PAGE, null)).isNull();
        assertThat(tokens.rooms("1|||" + "a".repeat(10_000_000) + "|x", PAGE, null))
                .isNull();
    }

    @Test
    void takesAsManyRoomsOfTheLongestNamesAsAPageMayBeIn() {
        List<String> rooms =
                IntStream.range(100, 164).mapToObj(i -> i + "x".repeat(125)).toList();

        assertThat(tokens.rooms(tokens.pageToken("u".repeat(255), rooms), PAGE, "u".repeat(255)))
                .containsExactlyInAnyOrderElementsOf(rooms);
    }

    @Test
    void signsNoNameThatNoRoomMayHave() {
        for (String name : List.of("", "*", "@ana", "#page", "a,b", "a|b")) {
            assertThatIllegalArgumentException().isThrownBy(() -> tokens.pageToken("ana", Set.of(name)));
            assertThatIllegalArgumentException().isThrownBy(() -> tokens.receipt(PAGE, "ana", name));
        }
    }

    @Test
    void isNotWhatTheSecretItselfWouldSign() throws Exception {
        String said = clock.now.getEpochSecond() + "|||a";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(RoomFixture.bytes(said)));

        assertThat(tokens.pageToken(null, List.of("a"))).startsWith(said + "|").isNotEqualTo(said + "|" + signed);
        assertThat(tokens.rooms(said + "|" + signed, PAGE, null)).isNull();
    }

    @Test
    void mayBeReadAndWrittenByManyThreads() throws InterruptedException {
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(n -> new Thread(() -> {
                    for (int i = 0; i < 500; i++) {
                        String receipt = tokens.receipt(PAGE, "user" + n, "room" + i);
                        if (!Set.of("room" + i).equals(tokens.rooms(receipt, PAGE, "user" + n))) {
                            failures.add(new AssertionError(receipt));
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
    }
}
