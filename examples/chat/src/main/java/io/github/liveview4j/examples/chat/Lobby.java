package io.github.liveview4j.examples.chat;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewPage;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All rooms, each with the last thing that was said in it. */
@Controller
class Lobby {

    static final String PAGES = "lobby";

    private final Rooms rooms;
    private final LiveViewBroadcaster live;

    Lobby(Rooms rooms, LiveViewBroadcaster live) {
        this.rooms = rooms;
        this.live = live;
    }

    @GetMapping("/")
    String lobby(LiveViewPage page, Principal user, Model model) {
        page.join(PAGES);
        model.addAttribute("rooms", rooms.lines()).addAttribute("user", user.getName());
        return "lobby";
    }

    @LiveViewHandler("open_room")
    void openRoom(LiveViewConsumer consumer, LiveViewContent content) {
        String name = content.form("name").strip();
        if (name.isEmpty() || name.length() > Room.LONGEST_NAME) {
            consumer.send(replace("#room-error").text("A room's name has 1 to " + Room.LONGEST_NAME + " characters."));
            return;
        }
        Room room = rooms.findByName(name).orElseGet(() -> rooms.save(new Room(name)));
        live.to(room(PAGES)).except(consumer).refresh("show_rooms");
        consumer.send(page().redirect("/rooms/" + room.getId()));
    }

    /**
     * Nobody clicks here: each page of the lobby is asked to call this by {@code refresh("show_rooms")}. The list says "You"
     * to the one who said the last thing, so it is not the same for all, and a broadcast of it would be wrong.
     */
    @LiveViewHandler("show_rooms")
    void showRooms(LiveViewConsumer consumer, Principal user) {
        consumer.send(replace("#rooms")
                .template("lobby :: rooms")
                .with("rooms", rooms.lines())
                .with("user", user.getName()));
    }
}
