package io.github.liveview4j.examples.scenarios.widget;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Widget {

    @GetMapping("/widget")
    String page(Model model) {
        model.addAttribute("round", 0);
        model.addAttribute("layout", "first");
        return "widget";
    }

    /** Renders the board around its widgets: with them first, with them last, or without any. */
    @LiveViewHandler("next_round")
    void nextRound(LiveViewConsumer consumer, LiveViewContent content) {
        int round = (int) consumer.attributes().merge("round", 1, (before, one) -> (int) before + (int) one);
        consumer.send(replace("#board")
                .template("widget :: board")
                .with("round", round)
                .with("layout", content.data("layout", "first")));
    }
}
