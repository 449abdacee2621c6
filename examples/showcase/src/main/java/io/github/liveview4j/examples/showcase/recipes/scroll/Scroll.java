package io.github.liveview4j.examples.showcase.recipes.scroll;

import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Scroll {

    private static final int SECTIONS = 6;

    @GetMapping("/recipes/scroll")
    String show(Model model) {
        model.addAttribute("sections", SECTIONS);
        return "recipes/scroll";
    }

    @LiveViewHandler("show_section")
    void showSection(LiveViewConsumer consumer, LiveViewContent content) {
        int section = Math.min(Math.max(content.data("section", 1), 1), SECTIONS);
        consumer.send(replace("#text")
                .template("recipes/scroll :: text")
                .with("sections", SECTIONS)
                .with("chosen", section)
                .scroll("#section-" + section));
    }

    @LiveViewHandler("back_to_top")
    void backToTop(LiveViewConsumer consumer) {
        consumer.send(page().scrollTop());
    }
}
