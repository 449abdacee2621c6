package io.github.liveview4j.examples.showcase.recipes.infinitescroll;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.examples.showcase.data.Article;
import io.github.liveview4j.examples.showcase.data.Articles;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class InfiniteScroll {

    private static final int ITEMS_PER_PAGE = 20;

    /** Far behind the end: the browser may ask for any page. */
    private static final int LAST_PAGE = 100_000;

    private final Articles articles;

    InfiniteScroll(Articles articles) {
        this.articles = articles;
    }

    @GetMapping("/recipes/infinite-scroll")
    String page(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("articles", items(page));
        return "recipes/infinite-scroll";
    }

    @LiveViewHandler("load_more")
    List<LiveViewMessage> loadMore(int page) {
        Slice<Article> items = items(page);
        return List.of(
                append("#items-list")
                        .template("recipes/infinite-scroll :: items")
                        .with("articles", items),
                replace("#load-more-trigger")
                        .template("recipes/infinite-scroll :: trigger")
                        .with("articles", items));
    }

    private Slice<Article> items(int page) {
        return articles.findAllByOrderById(PageRequest.of(Math.min(Math.max(page, 1), LAST_PAGE) - 1, ITEMS_PER_PAGE));
    }
}
