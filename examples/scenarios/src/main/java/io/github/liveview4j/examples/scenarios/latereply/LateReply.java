package io.github.liveview4j.examples.scenarios.latereply;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.examples.scenarios.Gate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class LateReply {

    private final Gate gate;

    LateReply(Gate gate) {
        this.gate = gate;
    }

    @GetMapping("/late-reply")
    String page(Model model) {
        model.addAttribute("replies", 0);
        return "late-reply";
    }

    /** Sends the form as it was when the call was made. */
    @LiveViewHandler("form_changed")
    void formChanged(LiveViewConsumer consumer, LiveViewContent content) {
        gate.pass();
        int replies = (int) consumer.attributes().merge("replies", 1, (before, one) -> (int) before + (int) one);
        consumer.send(replace("#form")
                .template("late-reply :: form")
                .with("agreed", !content.form("agree").isEmpty())
                .with("name", content.form("name"))
                .with("size", content.form("size"))
                .with("replies", replies));
    }
}
