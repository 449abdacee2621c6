package io.github.liveview4j.examples.scenarios.restart;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Keeps what it is told in memory, so that all of it is gone with the server. */
@Controller
class Restart {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger count = new AtomicInteger();

    @GetMapping("/restart")
    String page(Model model) {
        model.addAttribute("run", run);
        model.addAttribute("count", count.get());
        return "restart";
    }

    @LiveViewHandler("draft_changed")
    void draftChanged(LiveViewConsumer consumer, LiveViewContent content) {
        String title = content.form("title");
        consumer.attributes().put("title", title);
        consumer.send(replace("#draft-length").text(title.length() + " characters"));
    }

    /** What the server knows of the draft, whatever the form says. */
    @LiveViewHandler("show_draft")
    void showDraft(LiveViewConsumer consumer) {
        consumer.send(replace("#draft-kept").text((String) consumer.attributes().getOrDefault("title", "nothing")));
    }

    @LiveViewHandler("note_changed")
    void noteChanged(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(append("#recoveries").html("<li>note</li>"));
    }

    @LiveViewHandler("count")
    void count(LiveViewConsumer consumer) {
        consumer.send(replace("#count").text(String.valueOf(count.incrementAndGet())));
    }
}
