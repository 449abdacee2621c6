package io.github.liveview4j.examples.showcase.recipes.dialog;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Dialog {

    @GetMapping("/recipes/dialog")
    String page() {
        return "recipes/dialog";
    }

    @LiveViewHandler("open_dialog")
    LiveViewMessage openDialog(String type) {
        return replace("#dialog-container").template("recipes/dialog :: dialog").with("type", type);
    }

    @LiveViewHandler("close_dialog")
    LiveViewMessage closeDialog() {
        return closed();
    }

    @LiveViewHandler("confirm_action")
    List<LiveViewMessage> confirmAction(int actionId) {
        return List.of(closed(), replace("#message").text("Action " + actionId + " is done."));
    }

    private static LiveViewMessage closed() {
        return replace("#dialog-container").text("");
    }
}
