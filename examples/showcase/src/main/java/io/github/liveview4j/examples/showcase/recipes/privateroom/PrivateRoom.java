package io.github.liveview4j.examples.showcase.recipes.privateroom;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.append;
import static org.springframework.util.StringUtils.truncate;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PrivateRoom {

    private final LiveViewBroadcaster live;

    PrivateRoom(LiveViewBroadcaster live) {
        this.live = live;
    }

    /** The frame around the page writes the room as {@code <html data-room>}. */
    @GetMapping("/recipes/private-room")
    String page(@RequestParam(required = false) @Nullable String room, Model model) {
        model.addAttribute("room", room);
        return "recipes/private-room";
    }

    @LiveViewHandler("say_in_room")
    void sayInRoom(LiveViewConsumer consumer, LiveViewContent content) {
        live.to(room(consumer.room()))
                .send(append("#messages")
                        .template("recipes/private-room :: message")
                        .with("message", truncate(content.form("message", "Hello"), 200)));
    }
}
