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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensTests {

    private static final String SECRET = "a secret of at least thirty-two bytes";
    private static final String PAGE = "page-0123456789-abcdef";
    private static final String OTHER_PAGE = "page-abcdef-0123456789";

    private final HandSetClock clock = new HandSetClock();
    private final PageTokens tokens = RoomFixture.tokens(SECRET, clock);

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

    private static @Nullable Set<String> named(PageTokens by, String token, String page, @Nullable String user) {
        return namedTo(new Bearer(user, null), by, token, page);
    }

    /** Read as what it is: the token of any page, or the receipt of one. */
    private static @Nullable Set<String> namedTo(Bearer bearer, PageTokens by, String token, String page) {
        PageTokens.Word asToken = by.readPageToken(token, bearer);
        PageTokens.Word asReceipt = by.readReceipt(token, page, bearer);
        assertThat(asToken == null || asReceipt == null).as("one of both").isTrue();
        PageTokens.Word word = asToken == null ? asReceipt : asToken;
        return word == null ? null : word.rooms();
    }

    @Test
    void aPageTokenNamesItsRoomsToAnyPageOfTheUser() {
        String token = tokens.pageToken(new Bearer("ana", null), List.of("b", "a", "b"));

        assertThat(named(tokens, token, PAGE, "ana")).containsExactlyInAnyOrder("a", "b");
        assertThat(named(tokens, token, OTHER_PAGE, "ana")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aReceiptNamesItsRoomToItsPageOnly() {
        String receipt = tokens.receipt(PAGE, new Bearer("ana", null), "a");

        assertThat(named(tokens, receipt, PAGE, "ana")).containsExactly("a");
        assertThat(named(tokens, receipt, OTHER_PAGE, "ana")).isNull();
    }

    @Test
    void isOfTheSameTextForTheSameRooms() {
        assertThat(tokens.pageToken(new Bearer(null, null), List.of("b", "a")))
                .isEqualTo(tokens.pageToken(new Bearer(null, null), List.of("a", "b", "a")));
    }

    @Test
    void mayNameNoRoom() {
        assertThat(named(tokens, tokens.pageToken(new Bearer("ana", null), List.of()), PAGE, "ana"))
                .isEmpty();
    }

    @Test
    void holdsOnEveryNodeWithTheKeyAndOnNoOther() {
        String token = tokens.pageToken(new Bearer("ana", null), List.of("a"));

        assertThat(named(RoomFixture.tokens(SECRET, clock), token, PAGE, "ana")).containsExactly("a");
        assertThat(named(RoomFixture.tokens(SECRET + "x", clock), token, PAGE, "ana"))
                .isNull();
    }

    @Test
    void holdsForNoOtherUserAndForNobodyElse() {
        String anas = tokens.pageToken(new Bearer("ana", null), List.of("a"));
        String nobodys = tokens.pageToken(new Bearer(null, null), List.of("a"));

        assertThat(named(tokens, anas, PAGE, "bob")).isNull();
        assertThat(named(tokens, anas, PAGE, null)).isNull();
        assertThat(named(tokens, nobodys, PAGE, "ana")).isNull();
        assertThat(named(tokens, nobodys, PAGE, null)).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@", "|", "a|b", "||||", "ana\n", "null", "Zoë", "名前", "😀", "a,b", "\0"})
    void aUserMayHaveAnyName(String user) {
        String token = tokens.pageToken(new Bearer(user, null), List.of("a"));

        assertThat(named(tokens, token, PAGE, user)).containsExactly("a");
        assertThat(named(tokens, token, PAGE, null)).isNull();
        assertThat(named(tokens, token, PAGE, user + "x")).isNull();
    }

    @Test
    void holdsForADayAndNoLonger() {
        String token = tokens.pageToken(new Bearer("ana", null), List.of("a"));
        clock.now = clock.now.plus(Duration.ofDays(1));
        assertThat(named(tokens, token, PAGE, "ana")).containsExactly("a");

        clock.now = clock.now.plusSeconds(1);

        assertThat(named(tokens, token, PAGE, "ana")).isNull();
    }

    @Test
    void holdsWhereTheClockIsBehind() {
        String token = tokens.pageToken(new Bearer("ana", null), List.of("a"));
        clock.now = clock.now.minusSeconds(30);

        assertThat(named(tokens, token, PAGE, "ana")).containsExactly("a");
    }

    @Test
    void doesNotHoldWithAnyCharacterChanged() {
        String token = tokens.receipt(PAGE, new Bearer("ana", null), "a");
        for (int i = 0; i < token.length(); i++) {
            for (char other : "A0|,@".toCharArray()) {
                String changed = token.substring(0, i) + other + token.substring(i + 1);
                if (!changed.equals(token)) {
                    assertThat(named(tokens, changed, PAGE, "ana")).as(changed).isNull();
                }
            }
        }
    }

    @Test
    void doesNotHoldTruncatedOrWithSomethingAdded() {
        String token = tokens.receipt(PAGE, new Bearer("ana", null), "a");
        for (int i = 0; i < token.length(); i++) {
            assertThat(named(tokens, token.substring(0, i), PAGE, "ana")).isNull();
        }
        for (String more : List.of("=", " ", "|", "|x", "\n", "A")) {
            assertThat(named(tokens, token + more, PAGE, "ana")).isNull();
        }
    }

    @Test
    void doesNotHoldWithOtherRooms() {
        String token = tokens.pageToken(new Bearer("ana", null), List.of("a"));

        for (String rooms : List.of("|b|", "|a,b|", "||", "|*|", "|@bob|")) {
            assertThat(named(tokens, token.replace("|a|", rooms), PAGE, "ana")).isNull();
        }
    }

    @Test
    void doesNotHoldWithThePageOfAReceiptLeftOut() {
        String receipt = tokens.receipt(PAGE, new Bearer("ana", null), "a");

        assertThat(named(tokens, receipt.replace(PAGE, ""), OTHER_PAGE, "ana")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "||||",
                "|||||",
                "||||||",
                "x|||||",
                "nonsense",
                "999999999999999999999||||a|",
                "1||||a|ä"
            })
    void isNoneWhereItIsNonsense(String text) {
        assertThat(named(tokens, text, PAGE, null)).isNull();
    }

    @Test
    void isNoneWhereItIsVeryLong() {
        assertThat(named(tokens, "|".repeat(10_000_000), PAGE, null)).isNull();
        assertThat(named(tokens, "1||||" + "a".repeat(10_000_000) + "|x", PAGE, null))
                .isNull();
    }

    @Test
    void takesAsManyRoomsOfTheLongestNamesAsAPageMayBeIn() {
        List<String> rooms =
                IntStream.range(100, 164).mapToObj(i -> i + "x".repeat(125)).toList();

        assertThat(named(tokens, tokens.pageToken(new Bearer("u".repeat(255), null), rooms), PAGE, "u".repeat(255)))
                .containsExactlyInAnyOrderElementsOf(rooms);
    }

    @Test
    void signsNoNameThatNoRoomMayHave() {
        for (String name : List.of("", "*", "@ana", "#page", "a,b", "a|b")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> tokens.pageToken(new Bearer("ana", null), Set.of(name)));
            assertThatIllegalArgumentException().isThrownBy(() -> tokens.receipt(PAGE, new Bearer("ana", null), name));
        }
    }

    @Test
    void isNotWhatTheSecretItselfWouldSign() throws Exception {
        String said = clock.now.toEpochMilli() + "||||a";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(RoomFixture.bytes(said)));

        assertThat(tokens.pageToken(new Bearer(null, null), List.of("a")))
                .startsWith(said + "|")
                .isNotEqualTo(said + "|" + signed);
        assertThat(named(tokens, said + "|" + signed, PAGE, null)).isNull();
    }

    @Test
    void aPageTokenHoldsForItsHttpSessionOnly() {
        long now = tokens.now();
        Bearer ana = new Bearer("ana", new Bearer.Session("S1", now));
        String token = tokens.pageToken(ana, List.of());

        assertThat(namedTo(ana, tokens, token, PAGE)).isNotNull();
        assertThat(namedTo(new Bearer("ana", new Bearer.Session("S2", now)), tokens, token, PAGE))
                .isNull();
        assertThat(namedTo(new Bearer("ana", null), tokens, token, PAGE)).isNull();
    }

    @Test
    void htmlWithoutASessionHoldsForOneThatBeganWithIt() {
        String token = tokens.pageToken(Bearer.NOBODY, List.of());
        long now = tokens.now();

        assertThat(namedTo(Bearer.NOBODY, tokens, token, PAGE)).isNotNull();
        for (long since : new long[] {now - 60_000, now, now + 60_000}) {
            assertThat(namedTo(new Bearer(null, new Bearer.Session("S1", since)), tokens, token, PAGE))
                    .isNotNull();
        }
        for (long since : new long[] {now - 60_001, now + 60_001, 0}) {
            assertThat(namedTo(new Bearer(null, new Bearer.Session("S1", since)), tokens, token, PAGE))
                    .isNull();
        }
        assertThat(namedTo(new Bearer("ana", new Bearer.Session("S1", now)), tokens, token, PAGE))
                .isNull();
    }

    @Test
    void htmlWithoutASessionHoldsForOneThatItsConnectionMadeAndSoDoesHtmlThatWasMadeAfterIt() {
        Bearer.Session made = new Bearer.Session("S1", tokens.now() + 3_600_000, true);

        assertThat(tokens.readPageToken(tokens.pageToken(Bearer.NOBODY, List.of()), new Bearer(null, made)))
                .isNotNull();
        assertThat(tokens.readPageToken(
                        tokens.pageToken(new Bearer(null, new Bearer.Session("S1", 0)), List.of()),
                        new Bearer(null, made)))
                .isNotNull();
        assertThat(tokens.readPageToken(
                        tokens.pageToken(new Bearer(null, new Bearer.Session("S2", 0)), List.of()),
                        new Bearer(null, made)))
                .isNull();
    }

    @Test
    void aReceiptOfAUserOutlivesTheSessionAndOneOfNobodyDoesNot() {
        Bearer.Session one = new Bearer.Session("S1", 0);
        Bearer.Session other = new Bearer.Session("S2", 0);
        String anas = tokens.receipt(PAGE, new Bearer("ana", one), "a");
        String nobodys = tokens.receipt(PAGE, new Bearer(null, one), "a");

        assertThat(namedTo(new Bearer("ana", other), tokens, anas, PAGE)).isNotNull();
        assertThat(namedTo(new Bearer(null, other), tokens, anas, PAGE)).isNull();
        assertThat(namedTo(new Bearer(null, one), tokens, nobodys, PAGE)).isNotNull();
        assertThat(namedTo(new Bearer(null, other), tokens, nobodys, PAGE)).isNull();
        assertThat(namedTo(Bearer.NOBODY, tokens, nobodys, PAGE)).isNull();
    }

    @Test
    void aReceiptIsNoPageTokenAndAPageTokenNoReceipt() {
        Bearer ana = new Bearer("ana", null);

        assertThat(tokens.readPageToken(tokens.receipt(PAGE, ana, "a"), ana)).isNull();
        assertThat(tokens.readReceipt(tokens.pageToken(ana, List.of("a")), PAGE, ana))
                .isNull();
        assertThat(tokens.readReceipt(tokens.pageToken(ana, List.of("a")), "", ana))
                .isNull();
    }

    @Test
    void doesNotTellTheIdOfTheSession() {
        String id = "0123456789ABCDEF0123456789ABCDEF";

        assertThat(tokens.pageToken(new Bearer("ana", new Bearer.Session(id, 0)), List.of("a")))
                .doesNotContain(id)
                .doesNotContain(Base64.getUrlEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsWhomATextClaimsToBeForWithoutBelievingIt() {
        String token = tokens.pageToken(new Bearer("ana", null), List.of("a"));

        for (String text : List.of(
                token,
                token + "x",
                RoomFixture.tokens(SECRET + "x", clock).pageToken(new Bearer("ana", null), List.of()))) {
            assertThat(PageTokens.isClaimedForAnother(text, new Bearer("bob", null)))
                    .isTrue();
            assertThat(PageTokens.isClaimedForAnother(text, Bearer.NOBODY)).isTrue();
            assertThat(PageTokens.isClaimedForAnother(text, new Bearer("ana", null)))
                    .isFalse();
        }
        assertThat(PageTokens.isClaimedForAnother("nonsense", new Bearer("bob", null)))
                .isFalse();
    }

    @Test
    void mayBeReadAndWrittenByManyThreads() throws InterruptedException {
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(n -> new Thread(() -> {
                    for (int i = 0; i < 500; i++) {
                        String receipt = tokens.receipt(PAGE, new Bearer("user" + n, null), "room" + i);
                        if (!Set.of("room" + i).equals(named(tokens, receipt, PAGE, "user" + n))) {
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
