package io.github.liveview4j.examples.showcase.recipes.search;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.examples.showcase.data.Articles;
import io.github.liveview4j.spring.scope.LiveViewScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.PageRequest;

@LiveViewScope
class SearchPage {

    static final PageRequest FIRST_TEN = PageRequest.ofSize(10);

    private final Articles articles;
    private final Map<String, Integer> calls = new HashMap<>();

    SearchPage(Articles articles) {
        this.articles = articles;
    }

    @LiveViewHandler("search_articles")
    List<LiveViewMessage> searchArticles(LiveViewContent content) {
        calls.merge(content.data("when", "every"), 1, Integer::sum);

        String query = content.form("search").strip();
        return List.of(
                replace("#search-results")
                        .template("recipes/search :: results")
                        .with("found", articles.findByTitleContainingIgnoreCaseOrderById(query, FIRST_TEN)),
                replace("#calls").template("recipes/search :: calls").with("calls", calls));
    }
}
