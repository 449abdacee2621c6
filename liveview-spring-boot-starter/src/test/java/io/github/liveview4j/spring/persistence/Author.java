package io.github.liveview4j.spring.persistence;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;

/** Has books that are not loaded with it. */
@Entity
class Author {

    @Id
    private long id;

    @ElementCollection
    private List<String> books = new ArrayList<>();

    protected Author() {}

    Author(long id, List<String> books) {
        this.id = id;
        this.books.addAll(books);
    }

    public List<String> getBooks() {
        return books;
    }
}
