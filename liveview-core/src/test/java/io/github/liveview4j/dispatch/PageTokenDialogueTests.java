package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static io.github.liveview4j.dispatch.DispatcherFixture.resync;
import static io.github.liveview4j.dispatch.DispatcherFixture.tokens;
import static io.github.liveview4j.dispatch.DispatcherFixture.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.room.Bearer;
import io.github.liveview4j.room.PageTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of pages that have, or have not, the token of html that this application made for them. */
class PageTokenDialogueTests {

    private static final Bearer NOBODY = Bearer.NOBODY;

    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    private final DispatcherFixture fixture =
            new DispatcherFixture(new Handlers()).behind(new Doors(handshake -> true, PageLimits.NONE, true));

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void one() {
            ran.add("one");
        }

        @LiveViewHandler
        void two() {
            ran.add("two");
        }
    }

    private static String hello(@Nullable String token) {
        return token == null ? HELLO : HELLO.replace("}", ",\"token\":\"" + token + "\"}");
    }

    private String tokenOf(Bearer bearer) {
        return fixture.tokens().pageToken(bearer, List.of());
    }

    private static String refused(long id, String code) {
        return "{\"type\":\"reply\",\"id\":" + id + ",\"error\":{\"code\":\"" + code + "\",\"ref\":\"REF\"}}";
    }

    private static List<String> withoutRefs(List<String> frames) {
        return frames.stream()
                .map(frame -> frame.contains("\"ref\"") ? Browser.withoutRef(frame) : frame)
                .toList();
    }

    @Test
    void runsTheCallsOfAPageThatShowsItsToken() {
        Browser page = fixture.socket().says(hello(tokenOf(NOBODY))).calls(1, "one");

        assertThat(page.hears()).containsExactly(welcome(false), reply(1));
        assertThat(ran).containsExactly("one");
    }

    @Test
    void aPageWithoutATokenFetchesItselfAndWhatItCallsMeanwhileRunsInOrderOnceItHasOne() {
        Browser page = fixture.socket().says(HELLO).calls(1, "one").calls(2, "two");
        assertThat(page.hears()).containsExactly(resync(false, 0));
        assertThat(ran).isEmpty();

        page.says(hello(tokenOf(NOBODY)));

        assertThat(page.hears()).containsExactly(welcome(true), reply(1), reply(2));
        assertThat(ran).containsExactly("one", "two");
    }

    @Test
    void aPageThatHasNoneEvenThenIsRefusedAndNotToldToFetchItselfForEver() {
        Browser page = fixture.socket().says(HELLO).calls(1, "one");
        page.hears();

        page.says(HELLO).calls(2, "two");

        assertThat(withoutRefs(page.hears()))
                .containsExactly(welcome(true), refused(1, "untrusted"), refused(2, "untrusted"));
        assertThat(ran).isEmpty();
    }

    @Test
    void theLogSaysOnceAMinuteWhatAPageWithoutATokenLacks() {
        try (LogCapture log = new LogCapture(LiveViewDispatcher.class.getName())) {
            Browser page =
                    fixture.socket().says(HELLO).says(HELLO).calls(1, "one").calls(2, "two");

            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .contains(
                            "'one'",
                            "<liveview:script/>",
                            "data-token=\"${#liveview.token()}\"",
                            "liveview.page-token=optional");

            fixture.passes(Duration.ofMinutes(1));
            page.calls(3, "one");
            assertThat(log.messages()).hasSize(2);
        }
    }

    @Test
    void aPageOfSomebodyElseThatGoesOnWithoutItsTokenIsStillToldThatItsUserIsSignedOut() {
        String anas = tokenOf(new Bearer("ana", null));

        Browser page = fixture.socket().says(hello(anas)).says(HELLO).calls(1, "one");

        assertThat(withoutRefs(page.hears())).endsWith(refused(1, "signed_out"));
        page.says(hello(tokenOf(NOBODY))).calls(2, "two");
        assertThat(ran).containsExactly("two");
    }

    @Test
    void theLogIsSilentOfWhoWasSignedOut() {
        try (LogCapture log = new LogCapture(LiveViewDispatcher.class.getName())) {
            String anas = tokenOf(new Bearer("ana", null));
            Browser page = fixture.socket().says(hello(anas)).calls(1, "one");

            assertThat(page.hears()).anyMatch(frame -> frame.contains("signed_out"));
            assertThat(log.messages()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "1||||", "|||||", "9|||||AAAA"})
    void runsNothingForATextThatIsNoToken(String token) {
        Browser page = fixture.socket()
                .says(hello(token))
                .calls(1, "one")
                .says(hello(token))
                .calls(2, "two");

        assertThat(page.hears()).containsExactly(resync(false, 0), resync(true, 0));
        assertThat(ran).isEmpty();
    }

    @Test
    void runsNothingForATokenOfAnotherKeySoThatARestartWithANewOneCostsAFetch() {
        String old = tokens("a key of the server before its restart").pageToken(NOBODY, List.of());
        Browser page = fixture.socket().says(hello(old)).calls(1, "one");
        assertThat(page.hears()).containsExactly(resync(false, 0));

        page.says(hello(tokenOf(NOBODY)));

        assertThat(page.hears()).containsExactly(welcome(true), reply(1));
    }

    @Test
    void whatAPageOfSomebodyElseStillWantsIsNotDoneInTheNameOfWhoIsThereNow() {
        Browser page = fixture.socket("lobby", "liveview.v2", "bob")
                .says(hello(tokenOf(new Bearer("ana", null))))
                .calls(1, "one");
        assertThat(withoutRefs(page.hears())).containsExactly(resync(false, 0), refused(1, "signed_out"));

        page.says(hello(tokenOf(new Bearer("bob", null)))).calls(2, "two");

        assertThat(page.hears()).containsExactly(welcome(true), reply(2));
        assertThat(ran).containsExactly("two");
    }

    @Test
    void runsNothingForATokenOfAnotherHttpSession() {
        Bearer.Session mine = new Bearer.Session("MINE", 0);
        Bearer.Session theirs = new Bearer.Session("THEIRS", 0);
        Browser page = fixture.socket("lobby", "liveview.v2", "ana", mine);

        page.says(hello(tokenOf(new Bearer("ana", theirs)))).calls(1, "one");
        assertThat(page.hears()).containsExactly(resync(false, 0));
        page.says(hello(tokenOf(new Bearer("ana", mine))));

        assertThat(page.hears()).containsExactly(welcome(true), reply(1));
    }

    @Test
    void aTokenThatEndsWhileThePageIsOpenHoldsUpItsCallsUntilTheNextOne() {
        Browser page = fixture.socket().says(hello(tokenOf(NOBODY))).calls(1, "one");
        page.hears();

        page.says(hello("nonsense")).calls(2, "two");
        assertThat(page.hears()).containsExactly(resync(true, 0));
        page.says(hello(tokenOf(NOBODY)));

        assertThat(page.hears()).containsExactly(welcome(true), reply(2));
    }

    @Test
    void keepsNoMoreThanFortyEightCalls() {
        Browser page = fixture.socket().says(HELLO);
        page.hears();
        LongStream.rangeClosed(1, CallTrust.MOST_HELD + 1).forEach(id -> page.calls(id, "one"));

        assertThat(withoutRefs(page.hears())).containsExactly(refused(CallTrust.MOST_HELD + 1, "untrusted"));
        page.says(hello(tokenOf(NOBODY)));
        assertThat(ran).hasSize(CallTrust.MOST_HELD);
    }

    @Test
    void keepsNoMoreThan256Kilobytes() {
        Browser page = fixture.socket().says(HELLO);
        page.hears();
        String large =
                "{\"type\":\"call\",\"id\":%d,\"function\":\"one\",\"data\":{\"x\":\"" + "y".repeat(60_000) + "\"}}";
        for (int id = 1; id <= 5; id++) {
            page.says(String.format(large, id));
        }

        assertThat(withoutRefs(page.hears())).containsExactly(refused(5, "untrusted"));
    }

    @Test
    void countsWhatComesInOneFrameOnce() {
        Browser page = fixture.socket().says(HELLO);
        page.hears();
        String call =
                "{\"type\":\"call\",\"id\":%d,\"function\":\"one\",\"data\":{\"x\":\"" + "y".repeat(1_000) + "\"}}";
        page.says(LongStream.rangeClosed(1, 40)
                .mapToObj(id -> String.format(call, id))
                .collect(Collectors.joining(",", "[", "]")));

        assertThat(page.hears()).isEmpty();
        page.says(hello(tokenOf(NOBODY)));
        assertThat(ran).hasSize(40);
    }

    @Test
    void whatWaitsForAMinuteIsRefusedAsWhereThePageIsNotToFetchItself() {
        Browser page = fixture.socket().says(HELLO).calls(1, "one");
        page.hears();
        fixture.passes(Duration.ofSeconds(60));
        assertThat(page.says("{\"type\":\"pong\"}").hears()).isEmpty();

        fixture.passes(Duration.ofSeconds(1));
        page.says("{\"type\":\"pong\"}").calls(2, "two");

        assertThat(withoutRefs(page.hears())).containsExactly(refused(1, "untrusted"), refused(2, "untrusted"));
        assertThat(ran).isEmpty();
    }

    @Test
    void asksNoTokenOfTheFirstDialectWhichKnowsNone() {
        Browser page = fixture.socket("lobby", null, null).says("{\"function\":\"one\"}");

        assertThat(page.hears()).isEmpty();
        assertThat(ran).containsExactly("one");
    }

    @Test
    void asksNoneWhereItIsOptional() {
        PageTokens any = tokens("any key that the server may have");
        Browser page = new DispatcherFixture(new Handlers())
                .signing(any)
                .socket()
                .says(HELLO)
                .calls(1, "one");

        assertThat(page.hears()).containsExactly(welcome(false), reply(1));
    }
}
