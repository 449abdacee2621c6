package io.github.liveview4j.examples.showcase.recipes.sharedroom;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.append;
import static org.springframework.util.StringUtils.truncate;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SharedRoom {

    private final LiveViewBroadcaster live;

    SharedRoom(LiveViewBroadcaster live) {
        this.live = live;
    }

    /** The frame around the page writes the room as {@code <html data-room>}. */
    @GetMapping("/recipes/shared-room")
    String page(Model model) {
        model.addAttribute("room", "team");
        return "recipes/shared-room";
    }

    /** A handler may be called from any page: it asks in which room the page is, not in which it says it is. */
    @LiveViewHandler("tell_team")
    void tellTeam(LiveViewConsumer consumer, LiveViewContent content) {
        if (consumer.room().equals("team")) {
            live.to(room("team"))
                    .send(append("#messages")
                            .template("recipes/shared-room :: message")
                            .with(
                                    "name",
                                    consumer.user().map(Principal::getName).orElse("somebody"))
                            .with("message", truncate(content.form("message", "Hello"), 200)));
        }
    }
}
