package io.github.liveview4j.examples.chat;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.remove;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewBroadcaster.Audience;
import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewPage;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page of a room: what was said, who is typing, and a form to say something. Who has signed in may be in every room. */
@Controller
class Conversation {

    private static final Limit LATEST = Limit.of(50);

    /** The page's attribute with the number of the form whose text it said last. */
    private static final String DRAFT = "draft";

    private final Rooms rooms;
    private final Messages messages;
    private final LiveViewBroadcaster live;

    Conversation(Rooms rooms, Messages messages, LiveViewBroadcaster live) {
        this.rooms = rooms;
        this.messages = messages;
        this.live = live;
    }

    /** Joins first and reads then: what is said in between is in the page, or is sent to it, or both, and shown once. */
    @GetMapping("/rooms/{id}")
    String conversation(@PathVariable long id, LiveViewPage page, Principal user, Model model) {
        page.join("chat:" + id);
        model.addAttribute("room", find(id))
                .addAttribute("messages", latest(id))
                .addAttribute("user", user.getName());
        return "room";
    }

    /** Kept first and told then: who is told and asks the database finds it there. */
    @LiveViewHandler("say")
    void say(LiveViewConsumer consumer, LiveViewContent content, Principal user) {
        Room room = find(content.data("roomId", 0));
        String text = content.form("text").strip();
        if (text.isEmpty() || text.length() > Message.LONGEST_TEXT) {
            consumer.send(replace("#say-error").text("A message has 1 to " + Message.LONGEST_TEXT + " characters."));
            return;
        }
        // The second click of a double click finds the form as it was, and sends it again.
        String draft = content.form(DRAFT, "");
        if (!draft.isEmpty() && draft.equals(consumer.attributes().get(DRAFT))) {
            return;
        }
        Message message = messages.save(new Message(room.getId(), user.getName(), text));
        consumer.attributes().put(DRAFT, draft);
        consumer.send(replace("#say").template("room :: form").with("room", room));
        live.to(pagesOf(room.getId()))
                .send(
                        append("#messages").template("room :: message").with("message", message),
                        replace("#typing").text(""))
                .thenAccept(outcome -> {
                    if (outcome != Outcome.SEQUENCED) {
                        consumer.send(replace("#say-error").text("Your message is kept, but not all have been told."));
                    }
                });
        live.to(room(Lobby.PAGES)).refresh("show_rooms");
    }

    /**
     * For the others in the room only. It is nowhere kept: the browser hides the line after a few seconds (see
     * {@code chat.css}), so it goes as well when the page or the node that was to take it back is gone.
     */
    @LiveViewHandler("typing")
    void typing(LiveViewConsumer consumer, LiveViewContent content, Principal user) {
        live.to(pagesOf(content.data("roomId", 0)))
                .except(consumer)
                .send(
                        content.form("text").isBlank()
                                ? replace("#typing").text("")
                                : replace("#typing").template("room :: typing").with("name", user.getName()));
    }

    /** Everybody can call any handler with any number: the author is the one who is signed in, not one who is named. */
    @Transactional
    @LiveViewHandler("delete_message")
    void deleteMessage(LiveViewConsumer consumer, LiveViewContent content, Principal user) {
        messages.deleteByIdAndAuthor(content.data("messageId", 0), user.getName())
                .forEach(message -> {
                    live.to(pagesOf(message.getRoom())).send(remove("#message-" + message.getId()));
                    live.to(room(Lobby.PAGES)).refresh("show_rooms");
                });
    }

    private Room find(long id) {
        return rooms.findById(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Message> latest(long room) {
        List<Message> latest = new ArrayList<>(messages.findByRoomOrderByIdDesc(room, LATEST));
        Collections.reverse(latest);
        return latest;
    }

    private static Audience pagesOf(long room) {
        return room("chat:" + room);
    }
}
