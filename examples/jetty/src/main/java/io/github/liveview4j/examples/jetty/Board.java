package io.github.liveview4j.examples.jetty;

import static io.github.liveview4j.LiveViewMessage.append;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Board {

    @GetMapping("/")
    String page() {
        return "board";
    }

    @LiveViewHandler("pin")
    void pin(LiveViewConsumer consumer, String note) {
        consumer.broadcast(append("#notes").template("board :: note").with("note", note));
    }
}
