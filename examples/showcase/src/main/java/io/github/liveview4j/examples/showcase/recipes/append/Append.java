package io.github.liveview4j.examples.showcase.recipes.append;

import static io.github.liveview4j.LiveViewMessage.append;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Append {

    @GetMapping("/recipes/append")
    String page(Model model) {
        model.addAttribute("items", List.of("Bread", "Butter"));
        return "recipes/append";
    }

    @LiveViewHandler("add_item")
    void addItem(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(append("#items").template("recipes/append :: item").with("item", content.form("item", "Milk")));
    }
}
