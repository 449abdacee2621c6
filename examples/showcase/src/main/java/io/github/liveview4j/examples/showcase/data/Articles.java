package io.github.liveview4j.examples.showcase.data;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.JpaRepository;

/** The articles of the database. For any thread. */
public interface Articles extends JpaRepository<Article, Long> {

    /**
     * Reads a part of all articles.
     *
     * @param page which part
     */
    Slice<Article> findAllByOrderById(Pageable page);

    /**
     * Finds articles by a part of their title.
     *
     * @param part any text, in any case; empty text is a part of every title
     * @param page which part of what was found
     */
    Page<Article> findByTitleContainingIgnoreCaseOrderById(String part, Pageable page);
}
