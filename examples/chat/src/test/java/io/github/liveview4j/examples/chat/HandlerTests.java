package io.github.liveview4j.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.test.TestBroadcaster;
import io.github.liveview4j.test.TestBroadcaster.Sent;
import io.github.liveview4j.test.TestConsumer;
import java.security.Principal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.data.domain.Limit;
import org.springframework.web.server.ResponseStatusException;

/** The handlers, called as the methods they are: with a database, and without a server or a page. */
@DataJpaTest
class HandlerTests {

    private static final Principal ADA = () -> "Ada";
    private static final Principal GRACE = () -> "Grace";

    private final TestConsumer page = TestConsumer.create();
    private final TestBroadcaster live = new TestBroadcaster();

    @Autowired
    private Rooms rooms;

    @Autowired
    private Messages messages;

    private Conversation conversation;
    private Lobby lobby;
    private Room room;

    @BeforeEach
    void openARoom() {
        conversation = new Conversation(rooms, messages, live);
        lobby = new Lobby(rooms, live);
        room = rooms.save(new Room("Library"));
    }

    @Test
    void whatIsSaidIsKeptAndShownToTheRoom() {
        say("  Good morning ");

        Message message = onlyMessage();
        assertThat(message.getAuthor()).isEqualTo("Ada");
        assertThat(message.getText()).isEqualTo("Good morning");
        Sent toTheRoom = live.sent().get(0);
        assertThat(toTheRoom.audience()).isEqualTo(LiveViewBroadcaster.room("chat:" + room.getId()));
        assertThat(toTheRoom.except()).isNull();
        assertThat(toTheRoom.messages().get(0).target()).isEqualTo("#messages");
        assertThat(toTheRoom.messages().get(0).model()).containsEntry("message", message);
        assertThat(toTheRoom.messages().get(1).target()).isEqualTo("#typing");
        assertThat(page.sent())
                .singleElement()
                .satisfies(form -> assertThat(form.target()).isEqualTo("#say"));
    }

    @Test
    void lobbyIsAskedToRefreshWhenSomethingWasSaid() {
        say("Good morning");

        assertRefreshed(live.sent().get(1));
    }

    @Test
    void formThatIsSentTwiceIsSaidOnce() {
        LiveViewContent form = content("say").withForm("text", "Good morning").withForm("draft", "a");

        conversation.say(page, form, ADA);
        conversation.say(page, form, ADA);
        conversation.say(page, form.withForm("draft", "b"), ADA);

        assertThat(messages.count()).isEqualTo(2);
    }

    @Test
    void nothingAndTooMuchAreNotSaid() {
        say(" ");
        say("x".repeat(Message.LONGEST_TEXT + 1));

        assertThat(messages.count()).isZero();
        assertThat(live.sent()).isEmpty();
        assertThat(page.sent()).extracting(LiveViewMessage::target).containsExactly("#say-error", "#say-error");
    }

    @Test
    void nothingIsSaidInARoomThatIsNotThere() {
        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> conversation.say(
                        page,
                        LiveViewContent.of("say").withData("roomId", "4711").withForm("text", "Hello"),
                        ADA));
    }

    @Test
    void authorIsToldWhenTheOthersMayNotHaveBeen() {
        live.answer(Outcome.UNKNOWN);

        say("Good morning");

        assertThat(messages.count()).isEqualTo(1);
        assertThat(page.sent())
                .last()
                .satisfies(said -> assertThat(said.target()).isEqualTo("#say-error"));
    }

    @Test
    void typingIsShownToTheOthersOnly() {
        typing("Go");

        Sent sent = live.sent().get(0);
        assertThat(sent.audience()).isEqualTo(LiveViewBroadcaster.room("chat:" + room.getId()));
        assertThat(sent.except()).isSameAs(page);
        assertThat(sent.messages())
                .singleElement()
                .satisfies(shown -> assertThat(shown.model()).containsEntry("name", "Ada"));
        assertThat(page.sent()).isEmpty();
    }

    @Test
    void typingIsTakenBackWhenTheFieldIsEmptyAgain() {
        typing("");

        assertThat(live.sent().get(0).messages())
                .singleElement()
                .satisfies(shown -> assertThat(shown.html()).isEmpty());
    }

    @Test
    void messageIsDeletedByItsAuthorOnly() {
        say("Good morning");
        Message message = onlyMessage();
        live.clear();
        LiveViewContent content = LiveViewContent.of("delete_message").withData("messageId", "" + message.getId());

        conversation.deleteMessage(page, content, GRACE);
        assertThat(messages.count()).isEqualTo(1);
        assertThat(live.sent()).isEmpty();

        conversation.deleteMessage(page, content, ADA);
        assertThat(messages.count()).isZero();
        assertThat(live.sent().get(0).messages())
                .singleElement()
                .satisfies(gone -> assertThat(gone.target()).isEqualTo("#message-" + message.getId()));
        assertRefreshed(live.sent().get(1));
    }

    @Test
    void newRoomIsOpenedAndEnteredAndTheOtherLobbiesRefresh() {
        lobby.openRoom(page, LiveViewContent.of("open_room").withForm("name", " Kitchen "));

        long id = rooms.findByName("Kitchen").orElseThrow().getId();
        assertThat(page.sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.effects()).containsEntry("redirect", "/rooms/" + id));
        assertRefreshed(live.sent().get(0));
        assertThat(live.sent().get(0).except()).isSameAs(page);
    }

    @Test
    void roomOfThatNameIsEnteredAndNotOpenedAgain() {
        lobby.openRoom(page, LiveViewContent.of("open_room").withForm("name", "Library"));

        assertThat(page.sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.effects()).containsEntry("redirect", "/rooms/" + room.getId()));
    }

    @Test
    void lobbyShowsTheLastMessageOfEachRoom() {
        say("First");
        say("Second");

        assertThat(rooms.lines())
                .contains(new RoomLine(room.getId(), "Library", "Ada", "Second"))
                .anySatisfy(line -> {
                    assertThat(line.name()).isEqualTo("General");
                    assertThat(line.text()).isNull();
                });
    }

    private void say(String text) {
        conversation.say(page, content("say").withForm("text", text), ADA);
    }

    private void typing(String text) {
        conversation.typing(page, content("typing").withForm("text", text), ADA);
    }

    private LiveViewContent content(String function) {
        return LiveViewContent.of(function).withData("roomId", "" + room.getId());
    }

    private Message onlyMessage() {
        List<Message> all = messages.findByRoomOrderByIdDesc(room.getId(), Limit.unlimited());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static void assertRefreshed(Sent sent) {
        assertThat(sent.audience()).isEqualTo(LiveViewBroadcaster.room("lobby"));
        assertThat(sent.messages())
                .singleElement()
                .satisfies(call -> assertThat(call.effects())
                        .extractingByKey("call")
                        .asString()
                        .contains("show_rooms"));
    }
}
