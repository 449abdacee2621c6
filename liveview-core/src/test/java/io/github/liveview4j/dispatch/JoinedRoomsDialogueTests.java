package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.dispatch.DispatcherFixture.PAGE;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static io.github.liveview4j.dispatch.DispatcherFixture.resync;
import static io.github.liveview4j.dispatch.DispatcherFixture.tokens;
import static io.github.liveview4j.dispatch.DispatcherFixture.welcome;
import static io.github.liveview4j.room.RoomFixture.removal;
import static io.github.liveview4j.room.RoomFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.room.Bearer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms that a handler lets a page into, over lost connections and on other nodes. */
class JoinedRoomsDialogueTests {

    private static final Pattern RECEIPT = Pattern.compile("\"receipt\":\"([^\"]+)\"");

    private final AtomicReference<LiveViewConsumer> kept = new AtomicReference<>();
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    /** Another node: the same broadcasts come to it in the same places, but it knows none of the pages. */
    private final DispatcherFixture other = new DispatcherFixture(new Handlers());

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void join(LiveViewConsumer consumer, LiveViewContent content) {
            consumer.join(content.data("room"));
        }

        @LiveViewHandler
        void leave(LiveViewConsumer consumer, LiveViewContent content) {
            consumer.leave(content.data("room"));
        }

        @LiveViewHandler
        void keep(LiveViewConsumer consumer) {
            kept.set(consumer);
        }
    }

    private static String call(long id, String function, String room) {
        return "{\"type\":\"call\",\"id\":" + id + ",\"function\":\"" + function + "\",\"data\":{\"room\":\"" + room
                + "\"}}";
    }

    /** What a page says that comes back with a receipt. */
    private static String hello(long seq, String room, String receipt) {
        return HELLO.replace(
                "}", ",\"epoch\":\"epoch\",\"seq\":" + seq + ",\"rooms\":{\"" + room + "\":\"" + receipt + "\"}}");
    }

    private static String hello(long seq) {
        return HELLO.replace("}", ",\"epoch\":\"epoch\",\"seq\":" + seq + "}");
    }

    private static String joined(String room, long seq) {
        return "{\"type\":\"joined\",\"room\":\"" + room + "\",\"receipt\":\"RECEIPT\",\"epoch\":\"epoch\",\"seq\":"
                + seq + "}";
    }

    private static String left(String room) {
        return "{\"type\":\"left\",\"room\":\"" + room + "\"}";
    }

    private static List<String> withoutReceipts(List<String> frames) {
        return frames.stream()
                .map(frame -> RECEIPT.matcher(frame).replaceAll("\"receipt\":\"RECEIPT\""))
                .toList();
    }

    private static String receiptIn(List<String> frames) {
        Matcher matcher = RECEIPT.matcher(String.join("", frames));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private void isSaid(String room, String target) {
        fixture.log.append(removal(room, target));
        other.log.append(removal(room, target));
    }

    @Test
    void aPageHearsThatItIsInARoomAndThenWhatIsSaidThere() {
        isSaid("a", "#before");
        Browser browser = fixture.page().says(call(1, "join", "a"));

        isSaid("a", "#after");

        assertThat(withoutReceipts(browser.hears()))
                .containsExactly(joined("a", 1), reply(1), update("a", 2, 2, "#after"));
    }

    @Test
    void aReceiptNamesPageAndRoom() {
        Browser browser = fixture.page().says(call(1, "join", "a"));

        assertThat(fixture.tokens().readReceipt(receiptIn(browser.hears()), PAGE, Bearer.NOBODY))
                .satisfies(word -> assertThat(word.rooms()).containsExactly("a"));
    }

    @Test
    void aPageThatComesBackWithItsReceiptHearsOnlyWhatItMissed() {
        Browser first = fixture.page().says(call(1, "join", "a"));
        String receipt = receiptIn(first.hears());
        first.hangsUp();
        isSaid("a", "#missed");

        Browser second = fixture.socket().says(hello(0, "a", receipt));

        assertThat(second.hears()).containsExactly("[" + update("a", 1, 1, "#missed") + "," + welcome(true, 1) + "]");
    }

    @Test
    void aPageThatMovesToAnotherNodeIsInItsRoomThere() {
        String receipt = receiptIn(fixture.page().says(call(1, "join", "a")).hears());
        isSaid("a", "#missed");

        Browser moved = other.socket().says(hello(0, "a", receipt));
        isSaid("a", "#live");

        assertThat(moved.hears())
                .containsExactly(
                        "[" + update("a", 1, 1, "#missed") + "," + welcome(false, 1) + "]", update("a", 2, 2, "#live"));
    }

    @Test
    void aPageThatMovesToANodeWithAnotherKeyHasToFetchItselfAndForgetsTheReceipt() {
        String receipt = receiptIn(fixture.page().says(call(1, "join", "a")).hears());
        DispatcherFixture stranger = new DispatcherFixture().signing(tokens("another key, and not the one before"));
        isSaid("a", "#missed");

        Browser moved = stranger.socket().says(hello(0, "a", receipt));

        assertThat(moved.hears()).containsExactly(resync(false, 0), left("a"));
        assertThat(stranger.registry.inRoom("a")).isEmpty();
    }

    @Test
    void aPageThatIsKnownNeedNotFetchItselfForAReceiptThatHasBecomeWorthless() {
        fixture.page().says(call(1, "join", "a")).hangsUp();

        Browser second = fixture.socket().says(hello(0, "a", "0||" + PAGE + "|a|forged"));

        assertThat(withoutReceipts(second.hears())).containsExactly(welcome(true), joined("a", 0));
    }

    @Test
    void aReceiptThatWasLostWithTheConnectionIsGivenAgain() {
        fixture.page().says(call(1, "join", "a")).hangsUp();
        isSaid("a", "#missed");

        Browser second = fixture.socket().says(hello(0));
        List<String> heard = second.hears();
        Browser moved = other.socket().says(hello(1, "a", receiptIn(heard)));

        assertThat(withoutReceipts(heard))
                .containsExactly("[" + update("a", 1, 1, "#missed") + "," + welcome(true, 1) + "]", joined("a", 1));
        assertThat(moved.hears()).containsExactly(welcome(false, 1));
    }

    @Test
    void aRoomThatIsJoinedWhileTheConnectionIsLostIsThereWhenThePageComesBack() {
        Browser first = fixture.page().calls(1, "keep");
        first.hangsUp();
        kept.get().join("a");
        isSaid("a", "#missed");

        Browser second = fixture.socket().says(hello(0));

        assertThat(withoutReceipts(second.hears()))
                .containsExactly("[" + update("a", 1, 1, "#missed") + "," + welcome(true, 1) + "]", joined("a", 1));
    }

    @Test
    void aPageThatLeftAndJoinedAgainWhileItWasAwayKeepsItsReceipt() {
        Browser first = fixture.page().says(call(1, "join", "a"), call(2, "keep", "a"));
        String receipt = receiptIn(first.hears());
        first.hangsUp();
        kept.get().leave("a");
        kept.get().join("a");

        Browser second = fixture.socket().says(hello(0, "a", receipt));

        assertThat(second.hears()).containsExactly(welcome(true));
        assertThat(fixture.registry.inRoom("a")).containsExactly(second.session);
    }

    @Test
    void aPageThatLeftWhileItWasAwayForgetsItsReceipt() {
        Browser first = fixture.page().says(call(1, "join", "a"), call(2, "keep", "a"));
        String receipt = receiptIn(first.hears());
        first.hangsUp();
        kept.get().leave("a");

        Browser second = fixture.socket().says(hello(0, "a", receipt));

        assertThat(second.hears()).containsExactly(welcome(true), left("a"));
        assertThat(fixture.registry.inRoom("a")).isEmpty();
    }

    @Test
    void aPageThatHasLeftHearsNothingMoreAlsoWhenItComesBackWithItsReceipt() {
        Browser first = fixture.page().says(call(1, "join", "a"));
        String receipt = receiptIn(first.hears());
        first.says(call(2, "leave", "a"));
        isSaid("a", "#later");

        assertThat(first.hears()).containsExactly(left("a"), reply(2));
        first.hangsUp();
        assertThat(fixture.socket().says(hello(0, "a", receipt)).hears()).containsExactly(welcome(true, 1), left("a"));
    }

    @Test
    void aPageThatLeftMayJoinAgain() {
        Browser browser = fixture.page().says(call(1, "join", "a"), call(2, "leave", "a"));
        isSaid("a", "#between");
        browser.hears();

        browser.says(call(3, "join", "a"));
        isSaid("a", "#later");

        assertThat(withoutReceipts(browser.hears()))
                .containsExactly(joined("a", 1), reply(3), update("a", 2, 2, "#later"));
    }

    @Test
    void joiningASecondTimeSaysNothing() {
        Browser browser = fixture.page().says(call(1, "join", "a"), call(2, "join", "a"));

        assertThat(withoutReceipts(browser.hears())).containsExactly(joined("a", 0), reply(1), reply(2));
    }

    @Test
    void leavingARoomThatThePageIsNotInSaysNothing() {
        assertThat(fixture.page().says(call(1, "leave", "a")).hears()).containsExactly(reply(1));
    }

    @Test
    void thePageStaysInTheRoomOfItsAddress() {
        Browser browser = fixture.page().says(call(1, "join", "lobby"), call(2, "leave", "lobby"));
        browser.hears();

        isSaid("lobby", "#a");

        assertThat(browser.hears()).containsExactly(update("lobby", 1, 1, "#a"));
    }

    @Test
    void aPageMayBeInSixtyFourRoomsAndNoMore() {
        Browser browser = fixture.page().calls(1, "keep");
        for (int i = 0; i < 64; i++) {
            kept.get().join("room" + i);
        }
        browser.hears();

        assertThat(browser.says(call(2, "join", "one-more")).hearsWithRef()).contains("\"code\":\"failed\"");
        assertThat(fixture.registry.inRoom("room63")).containsExactly(browser.session);
        assertThat(fixture.registry.inRoom("one-more")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "@ana", "#page", "a b", "a|b"})
    void aNameThatNoRoomMayHaveIsRefused(String name) {
        Browser browser = fixture.page().says(call(1, "join", name));

        assertThat(browser.hearsWithRef()).contains("\"code\":\"failed\"");
    }
}
