package io.github.liveview4j.examples.showcase.recipes.notify;

import static io.github.liveview4j.LiveViewMessage.append;
import static org.springframework.util.StringUtils.truncate;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Notify {

    @GetMapping("/recipes/notify")
    String page() {
        return "recipes/notify";
    }

    @LiveViewHandler("notify_all")
    void notifyAll(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.broadcast(append("#notifications")
                .template("recipes/notify :: notification")
                .with("message", truncate(content.form("message", "Hello, everybody"), 200)));
    }
}
