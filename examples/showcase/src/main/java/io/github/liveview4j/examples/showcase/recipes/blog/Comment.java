package io.github.liveview4j.examples.showcase.recipes.blog;

import io.github.liveview4j.examples.showcase.data.Article;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

@Entity
class Comment {

    static final int MAX_LENGTH = 500;

    @Id
    @GeneratedValue
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private @Nullable Article article;

    @Column(length = MAX_LENGTH)
    private String text = "";

    protected Comment() {}

    Comment(Article article, String text) {
        this.article = article;
        this.text = text;
    }

    public String getText() {
        return text;
    }
}
