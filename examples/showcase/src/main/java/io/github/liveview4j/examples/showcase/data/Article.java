package io.github.liveview4j.examples.showcase.data;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Something to list, to search and to comment on. The rows come from {@code data.sql}. */
@Entity
public class Article {

    @Id
    private long id;

    private String title = "";
    private String text = "";

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
}
