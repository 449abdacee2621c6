package io.github.liveview4j.examples.showcase.recipes.custompath;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class CustomPath {

    private final String path;

    CustomPath(@Value("${liveview.path:/ws/liveview}") String path) {
        this.path = path;
    }

    @GetMapping("/recipes/custom-path")
    String page() {
        return "recipes/custom-path";
    }

    @LiveViewHandler("show_path")
    void showPath(LiveViewConsumer consumer) {
        consumer.send(replace("#path").text(path + "/" + consumer.room()));
    }
}
