package io.github.liveview4j.examples.showcase.recipes.modal;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class Modal {

    private static final Map<String, String> USERS = Map.of("456", "Ada Lovelace", "789", "Grace Hopper");

    @GetMapping("/recipes/modal")
    String page() {
        return "recipes/modal";
    }

    @LiveViewHandler("open_modal")
    LiveViewMessage openModal(String modalId, @RequestParam String userId, String modalType) {
        return replace("#modal-container")
                .template("recipes/modal :: modal")
                .with("id", modalId)
                .with("user", USERS.getOrDefault(userId, "nobody we know"))
                .with("type", modalType);
    }

    @LiveViewHandler("close_modal")
    LiveViewMessage closeModal() {
        // The focus goes back to where the person was: the button that opened it.
        return replace("#modal-container").text("");
    }
}
