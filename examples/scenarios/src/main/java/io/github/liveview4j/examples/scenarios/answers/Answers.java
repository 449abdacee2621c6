package io.github.liveview4j.examples.scenarios.answers;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.examples.scenarios.Gate;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Answers {

    private final Gate gate;

    Answers(Gate gate) {
        this.gate = gate;
    }

    @GetMapping("/answers")
    String page() {
        return "answers";
    }

    @LiveViewHandler("say")
    void say(LiveViewConsumer consumer, LiveViewContent content) {
        gate.pass();
        consumer.send(
                append("#lines").template("answers :: line").with("line", content.form("text")),
                replace("#chat").template("answers :: chat"));
    }

    /** Answers, and says nothing of the form. */
    @LiveViewHandler("note_down")
    void noteDown(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(append("#lines").template("answers :: line").with("line", content.form("word")));
    }

    /** Nobody is important here, so the box is sent back as it was. */
    @LiveViewHandler("ask_to_be_important")
    void askToBeImportant(LiveViewConsumer consumer) {
        gate.pass();
        consumer.send(replace("#importance").template("answers :: importance"));
    }

    /** Sends the field back as it should have been written. */
    @LiveViewHandler("city_changed")
    void cityChanged(LiveViewConsumer consumer, LiveViewContent content) {
        String city = content.form("city").strip().toUpperCase(Locale.ROOT);
        consumer.send(replace("#city-box").template("answers :: city").with("city", city));
    }

    /** Has an opinion on what was written, and leaves the field alone. */
    @LiveViewHandler("title_changed")
    void titleChanged(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(replace("#title-length")
                .text(String.valueOf(content.form("title").length())));
    }
}
