package io.github.liveview4j.examples.showcase.recipes.blog;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.examples.showcase.data.Article;
import io.github.liveview4j.examples.showcase.data.Articles;
import io.github.liveview4j.examples.showcase.data.Comment;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class Blog {

    private final Articles articles;

    Blog(Articles articles) {
        this.articles = articles;
    }

    @GetMapping("/recipes/blog")
    String page(Model model) {
        model.addAttribute("articles", articles.findAllByOrderById(PageRequest.ofSize(3)));
        return "recipes/blog";
    }

    @LiveViewHandler("show_comments")
    void showComments(long articleId, LiveViewConsumer consumer) {
        Optional<Article> article = articles.findById(articleId);
        if (article.isEmpty()) {
            consumer.send(replace("#comments").template("recipes/blog :: not-found"));
            return;
        }
        consumer.send(replace("#comments")
                .template("recipes/blog :: comments")
                .with("article", article.get())
                .scroll("#comments"));
    }

    @LiveViewHandler("add_comment")
    void addComment(long articleId, @RequestParam String text, LiveViewConsumer consumer) {
        Optional<Article> article = articles.findById(articleId);
        if (article.isEmpty()) {
            consumer.send(replace("#comments").template("recipes/blog :: not-found"));
        } else if (text.isBlank() || text.length() > Comment.MAX_LENGTH) {
            consumer.send(replace("#comment-error").text("A comment has 1 to " + Comment.MAX_LENGTH + " characters."));
        } else {
            Comment comment = new Comment(Instant.now(), text.strip());
            article.get().getComments().add(comment);
            articles.save(article.get());
            consumer.send(
                    append("#comment-list").template("recipes/blog :: comment").with("comment", comment),
                    replace("#comment-form").template("recipes/blog :: form"));
        }
    }
}
