package io.github.liveview4j.examples.showcase.recipes.replace;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import java.time.LocalTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Replace {

    @GetMapping("/recipes/replace")
    String page(Model model) {
        model.addAttribute("time", LocalTime.now());
        return "recipes/replace";
    }

    @LiveViewHandler("update_content")
    void updateContent(LiveViewConsumer consumer) {
        consumer.send(replace("#clock").template("recipes/replace :: clock").with("time", LocalTime.now()));
    }
}
