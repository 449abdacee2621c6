package io.github.liveview4j.examples.showcase.data;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderBy;
import java.util.LinkedHashSet;
import java.util.Set;

/** Something to list, to search and to comment on. The rows come from {@code data.sql}. */
@Entity
public class Article {

    @Id
    private long id;

    private String title = "";
    private String text = "";

    @ElementCollection
    @OrderBy("at")
    private Set<Comment> comments = new LinkedHashSet<>();

    /** For JPA. */
    protected Article() {}

    /** Returns the id, from 1. */
    public long getId() {
        return id;
    }

    /** Returns the heading, plain text. */
    public String getTitle() {
        return title;
    }

    /** Returns what stands under the heading, plain text. */
    public String getText() {
        return text;
    }

    /** Returns what was said about it, in its order, to be added to; read when it is looked at. */
    public Set<Comment> getComments() {
        return comments;
    }
}
