package io.github.liveview4j.examples.showcase.data;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Something that was said about an article.
 *
 * @param at when
 * @param text plain text of 1 to 500 characters
 */
@Embeddable
public record Comment(
        Instant at, @Column(length = MAX_LENGTH) String text) {

    /** How many characters a comment has at most. */
    public static final int MAX_LENGTH = 500;
}
