package io.github.liveview4j.examples.showcase.recipes.modal;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Modal {

    private static final Map<String, String> USERS = Map.of("456", "Ada Lovelace", "789", "Grace Hopper");

    @GetMapping("/recipes/modal")
    String page() {
        return "recipes/modal";
    }

    @LiveViewHandler("open_modal")
    void openModal(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(replace("#modal-container")
                .template("recipes/modal :: modal")
                .with("id", content.data("modalId"))
                .with("user", USERS.getOrDefault(content.data("userId"), "nobody we know"))
                .with("type", content.data("modalType")));
    }

    @LiveViewHandler("close_modal")
    void closeModal(LiveViewConsumer consumer) {
        // The focus goes back to where the person was: the button that opened it.
        consumer.send(replace("#modal-container").text(""));
    }
}
