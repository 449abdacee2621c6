package io.github.liveview4j.examples.showcase.recipes.dialog;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Dialog {

    @GetMapping("/recipes/dialog")
    String page() {
        return "recipes/dialog";
    }

    @LiveViewHandler("open_dialog")
    void openDialog(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(replace("#dialog-container")
                .template("recipes/dialog :: dialog")
                .with("type", content.data("type")));
    }

    @LiveViewHandler("close_dialog")
    void closeDialog(LiveViewConsumer consumer) {
        consumer.send(closed());
    }

    @LiveViewHandler("confirm_action")
    void confirmAction(LiveViewConsumer consumer, LiveViewContent content) {
        int action = content.data("actionId", 0);
        consumer.send(closed(), replace("#message").text("Action " + action + " is done."));
    }

    private static LiveViewMessage closed() {
        return replace("#dialog-container").text("");
    }
}
