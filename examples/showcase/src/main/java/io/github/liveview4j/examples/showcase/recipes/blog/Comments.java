package io.github.liveview4j.examples.showcase.recipes.blog;

import io.github.liveview4j.examples.showcase.data.Article;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Comments extends JpaRepository<Comment, Long> {

    List<Comment> findByArticleOrderById(Article article);
}
