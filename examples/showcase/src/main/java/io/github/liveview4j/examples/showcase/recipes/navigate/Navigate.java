package io.github.liveview4j.examples.showcase.recipes.navigate;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
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
    LiveViewMessage navigate(String section) {
        Section shown = Section.of(section);
        return replace("#section")
                .template("recipes/navigate :: section")
                .with("section", shown)
                .url("/recipes/navigate?section=" + shown.id())
                .title(shown.title());
    }
}
