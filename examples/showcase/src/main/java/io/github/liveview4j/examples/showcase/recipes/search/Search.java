package io.github.liveview4j.examples.showcase.recipes.search;

import io.github.liveview4j.examples.showcase.data.Articles;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Search {

    private final Articles articles;

    Search(Articles articles) {
        this.articles = articles;
    }

    @GetMapping("/recipes/search")
    String page(Model model) {
        model.addAttribute("found", articles.findByTitleContainingIgnoreCaseOrderById("", SearchPage.FIRST_TEN));
        model.addAttribute("calls", Map.of());
        return "recipes/search";
    }
}
