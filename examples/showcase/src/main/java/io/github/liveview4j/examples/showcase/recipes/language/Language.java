package io.github.liveview4j.examples.showcase.recipes.language;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Language {

    @GetMapping("/recipes/language")
    String page() {
        return "recipes/language";
    }

    @LiveViewHandler("show_content")
    void showContent(LiveViewConsumer consumer) {
        consumer.send(replace("#translated").template("recipes/language :: content"));
    }
}
