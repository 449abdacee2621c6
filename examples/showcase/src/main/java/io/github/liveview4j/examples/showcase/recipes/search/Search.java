package io.github.liveview4j.examples.showcase.recipes.search;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.examples.showcase.data.Articles;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Search {

    private static final PageRequest FIRST_TEN = PageRequest.ofSize(10);

    private final Articles articles;

    Search(Articles articles) {
        this.articles = articles;
    }

    @GetMapping("/recipes/search")
    String page(Model model) {
        model.addAttribute("found", articles.findByTitleContainingIgnoreCaseOrderById("", FIRST_TEN));
        model.addAttribute("calls", new Calls());
        return "recipes/search";
    }

    @LiveViewHandler("search_articles")
    void searchArticles(LiveViewConsumer consumer, LiveViewContent content) {
        Calls calls = (Calls) consumer.attributes().computeIfAbsent("calls", name -> new Calls());
        calls.count(content.data("when"));

        String query = content.form("search").strip();
        consumer.send(
                replace("#search-results")
                        .template("recipes/search :: results")
                        .with("found", articles.findByTitleContainingIgnoreCaseOrderById(query, FIRST_TEN)),
                replace("#calls").template("recipes/search :: calls").with("calls", calls));
    }
}
