package io.github.liveview4j.examples.showcase.recipes.hello;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Hello {

    @GetMapping("/recipes/hello")
    String page() {
        return "recipes/hello";
    }

    @LiveViewHandler("say_hello")
    void sayHello(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(
                replace("#greeting").template("recipes/hello :: greeting").with("name", content.form("name", "World")));
    }
}
