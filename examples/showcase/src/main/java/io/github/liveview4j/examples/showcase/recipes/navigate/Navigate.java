package io.github.liveview4j.examples.showcase.recipes.navigate;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class Navigate {

    @GetMapping("/recipes/navigate")
    String page(@RequestParam(defaultValue = "home") String section, Model model) {
        Section shown = Section.of(section);
        model.addAttribute("section", shown);
        model.addAttribute("title", shown.title());
        return "recipes/navigate";
    }

    @LiveViewHandler("navigate")
    void navigate(LiveViewConsumer consumer, LiveViewContent content) {
        Section section = Section.of(content.data("section"));
        consumer.send(replace("#section")
                .template("recipes/navigate :: section")
                .with("section", section)
                .url("/recipes/navigate?section=" + section.id())
                .title(section.title()));
    }
}
