package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.dispatch.DispatcherFixture.PAGE;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static io.github.liveview4j.dispatch.DispatcherFixture.resync;
import static io.github.liveview4j.dispatch.DispatcherFixture.welcome;
import static io.github.liveview4j.room.RoomFixture.nothing;
import static io.github.liveview4j.room.RoomFixture.removal;
import static io.github.liveview4j.room.RoomFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.Bearer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a page is told of what was said before it came, or came back. */
class RecoveryDialogueTests {

    private final AtomicReference<Locale> locale = new AtomicReference<>();
    private final DispatcherFixture fixture =
            new DispatcherFixture(new Handlers()).supporting(Locale.FRENCH, Locale.GERMAN);

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void look(LiveViewConsumer consumer) {
            locale.set(consumer.locale());
        }
    }

    private static String hello(String fields) {
        return HELLO.replace("}", "," + fields + "}");
    }

    private static String since(long seq) {
        return "\"epoch\":\"epoch\",\"seq\":" + seq;
    }

    private String withToken(String user, String... rooms) {
        return hello(
                since(0) + ",\"token\":\"" + fixture.tokens().pageToken(new Bearer(user, null), List.of(rooms)) + "\"");
    }

    private void isSaid(String room, String target) {
        fixture.log.append(removal(room, target));
    }

    @Test
    void aPageHearsBroadcastsFromItsHelloOn() {
        Browser browser = fixture.socket();
        isSaid("*", "#before");
        assertThat(browser.hears()).isEmpty();

        browser.says(HELLO);
        isSaid("*", "#after");

        assertThat(browser.hears()).containsExactly(welcome(false, 1), update("*", 2, 2, "#after"));
    }

    @Test
    void aPageOfTheFirstDialectHearsBroadcastsFromTheBeginning() {
        Browser browser = fixture.socket("lobby", null, "ana");

        isSaid("*", "#1");
        isSaid("lobby", "#2");
        isSaid("@ana", "#3");
        isSaid("#" + browser.session.id(), "#4");
        isSaid("elsewhere", "#5");

        assertThat(browser.hears())
                .extracting(frame -> frame.substring(0, 15))
                .containsExactly(
                        "{\"target\":\"#1\",", "{\"target\":\"#2\",", "{\"target\":\"#3\",", "{\"target\":\"#4\",");
    }

    @Test
    void aPageIsInTheRoomsOfEveryoneOfItsAddressOfItsUserAndItsOwn() {
        Browser browser = fixture.socket("lobby", "liveview.v2", "ana").says(HELLO);
        browser.hears();

        isSaid("*", "#1");
        isSaid("lobby", "#2");
        isSaid("@ana", "#3");
        isSaid("#" + PAGE, "#4");
        isSaid("@bob", "#5");

        assertThat(browser.hears())
                .containsExactly(
                        update("*", 1, 1, "#1"),
                        update("lobby", 1, 2, "#2"),
                        update("@", 1, 3, "#3"),
                        update("#", 1, 4, "#4"));
    }

    @Test
    void whatAPageMissedComesAheadOfTheWelcomeInTheSameFrame() {
        isSaid("*", "#1");
        isSaid("elsewhere", "#2");
        isSaid("lobby", "#3");

        Browser browser = fixture.socket().says(hello(since(0)));

        assertThat(browser.hears())
                .containsExactly("[" + update("*", 1, 1, "#1") + "," + update("lobby", 1, 3, "#3") + ","
                        + welcome(false, 3) + "]");
    }

    @Test
    void aPageThatHasAllIsWelcomeAlone() {
        isSaid("*", "#1");

        assertThat(fixture.socket().says(hello(since(1))).hears()).containsExactly(welcome(false, 1));
    }

    @Test
    void aPageThatIsAheadOfThisNodeStaysThere() {
        assertThat(fixture.socket().says(hello(since(7))).hears()).containsExactly(welcome(false, 7));
    }

    @Test
    void aPageOfAnotherEpochHasToFetchItself() {
        isSaid("*", "#1");

        Browser browser = fixture.socket().says(hello("\"epoch\":\"other\",\"seq\":1"));

        assertThat(browser.hears()).containsExactly(resync(false, 1));
    }

    @Test
    void aPageThatIsLeftOutIsToldThatNothingIsForItAlsoWhenItComesBack() {
        Browser first = fixture.page();
        fixture.log.append(removal("*", "#1", PAGE));
        assertThat(first.hears()).containsExactly(nothing("*", 1, 1));
        first.hangsUp();

        Browser second = fixture.socket().says(hello(since(0)));

        assertThat(second.hears()).containsExactly("[" + nothing("*", 1, 1) + "," + welcome(true, 1) + "]");
    }

    @Test
    void aSecondHelloIsAnsweredByWhatIsMissing() {
        Browser browser = fixture.page();
        isSaid("*", "#1");
        isSaid("*", "#2");
        browser.hears();

        browser.says(hello(since(1)));
        isSaid("*", "#3");

        assertThat(browser.hears())
                .containsExactly("[" + update("*", 2, 2, "#2") + "," + welcome(true, 2) + "]", update("*", 3, 3, "#3"));
    }

    @Test
    void aSecondHelloTellsTheLanguageAndWhichAnswersHaveArrived() {
        Browser browser = fixture.page().calls(1, "look");
        assertThat(locale).hasValue(Locale.FRENCH);
        browser.says(hello("\"lang\":\"de\",\"done\":1"));
        browser.hears();

        browser.calls(2, "look").calls(1, "look");

        assertThat(locale).hasValue(Locale.GERMAN);
        assertThat(browser.hears())
                .containsExactly(reply(2), "{\"type\":\"reply\",\"id\":1,\"error\":{\"code\":\"unknown\"}}");
    }

    @Test
    void aTokenBringsAPageIntoTheRoomsThatItsControllerNamed() {
        isSaid("a", "#1");

        Browser browser = fixture.socket().says(withToken(null, "a", "b"));
        isSaid("b", "#2");

        assertThat(browser.hears())
                .containsExactly(
                        "[" + update("a", 1, 1, "#1") + "," + welcome(false, 1) + "]", update("b", 2, 2, "#2"));
    }

    @Test
    void aTokenOfAnotherUserBringsNobodyInAndThePageHasToFetchItself() {
        isSaid("*", "#1");

        Browser browser = fixture.socket("lobby", "liveview.v2", "bob").says(withToken("ana", "a"));

        assertThat(browser.hears()).containsExactly(resync(false, 1));
        assertThat(fixture.registry.inRoom("a")).isEmpty();
    }

    @Test
    void aPageThatHasFetchedItselfComesInWithItsNewToken() {
        Browser browser = fixture.socket().says(hello("\"epoch\":\"other\",\"seq\":1,\"token\":\"worthless\""));
        isSaid("a", "#1");
        assertThat(browser.hears()).containsExactly(resync(false, 0));

        browser.says(withToken(null, "a"));

        assertThat(browser.hears()).containsExactly("[" + update("a", 1, 1, "#1") + "," + welcome(true, 1) + "]");
    }

    @Test
    void aPageThatLostItsConnectionStaysInTheRoomsOfItsTokenUntilItLeaves() {
        fixture.socket().says(withToken(null, "a")).hangsUp();
        assertThat(fixture.registry.inRoom("a")).isEmpty();

        Browser second = fixture.socket().says(withToken(null, "a"));

        assertThat(second.hears()).containsExactly(welcome(true, 0));
        assertThat(fixture.registry.inRoom("a")).containsExactly(second.session);
    }

    @Test
    void everyoneIsToldWhenHistoryWasLost() {
        Browser browser = fixture.page();

        fixture.log.restart(new Position("new", 5), position -> "{}".getBytes());

        assertThat(browser.hears()).containsExactly("{}");
        assertThat(browser.says(hello("\"epoch\":\"new\",\"seq\":5")).hears())
                .containsExactly(welcome(true, 5).replace("\"epoch\":\"epoch\"", "\"epoch\":\"new\""));
    }
}
