package io.github.liveview4j.examples.showcase.recipes.hello;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class Hello {

    @GetMapping("/recipes/hello")
    String page() {
        return "recipes/hello";
    }

    /** The same form as a post of the browser, where no script runs. */
    @PostMapping("/recipes/hello")
    String sayHello(@RequestParam(defaultValue = "World") String name, Model model) {
        model.addAttribute("name", name);
        return "recipes/hello";
    }

    @LiveViewHandler("say_hello")
    void sayHello(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(
                replace("#greeting").template("recipes/hello :: greeting").with("name", content.form("name", "World")));
    }
}
