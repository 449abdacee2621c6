package io.github.liveview4j.test;

import org.jspecify.annotations.Nullable;

/**
 * A DOM event that the server has sent with {@link io.github.liveview4j.LiveViewMessage#event}.
 *
 * @param name the event's name
 * @param target the selector of the element that it happened on, or {@code null} for the document
 * @param detail what came with it, as JSON is read: maps, lists, texts, numbers, or {@code null}
 */
public record PageEvent(
        String name, @Nullable String target, @Nullable Object detail) {}
