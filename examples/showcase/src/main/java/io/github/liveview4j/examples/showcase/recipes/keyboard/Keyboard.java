package io.github.liveview4j.examples.showcase.recipes.keyboard;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Keyboard {

    @GetMapping("/recipes/keyboard")
    String page() {
        return "recipes/keyboard";
    }

    @LiveViewHandler("save")
    void save(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(replace("#saved").text("Saved: " + content.form("note", "an empty note")));
    }

    @LiveViewHandler("palette")
    void palette(LiveViewConsumer consumer) {
        consumer.send(replace("#palette").template("recipes/keyboard :: palette"));
    }

    @LiveViewHandler("close")
    void close(LiveViewConsumer consumer) {
        consumer.send(replace("#palette").text(""));
    }

    @LiveViewHandler("like")
    void like(LiveViewConsumer consumer) {
        int likes = (int) consumer.attributes().merge("likes", 1, (old, more) -> (int) old + (int) more);
        consumer.send(replace("#likes").text("Liked: " + likes));
    }
}
