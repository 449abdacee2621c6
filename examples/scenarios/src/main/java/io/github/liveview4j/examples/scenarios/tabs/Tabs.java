package io.github.liveview4j.examples.scenarios.tabs;

import static io.github.liveview4j.LiveViewBroadcaster.user;
import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Tabs {

    private final LiveViewBroadcaster live;

    Tabs(LiveViewBroadcaster live) {
        this.live = live;
    }

    @GetMapping("/tabs")
    String page() {
        return "tabs";
    }

    /** Shows all tabs of the user the new line and an empty form: also those where somebody is writing. */
    @LiveViewHandler("note")
    void note(LiveViewConsumer consumer, LiveViewContent content) {
        LiveViewMessage emptied = replace("#note-form").template("tabs :: form");
        live.to(user(consumer.user().orElseThrow().getName()))
                .send(append("#notes").template("tabs :: note").with("note", content.form("note")), emptied);
        consumer.send(emptied);
    }
}
