package io.github.liveview4j.render;

import io.github.liveview4j.LiveViewConsumer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For whom messages are rendered.
 *
 * @param locale the language
 * @param connection the attributes of the page's connection, empty for a broadcast
 * @param model variables beside those of a message, whose own win; values may be {@code null}
 * @param page the page, or {@code null} for a broadcast
 */
public record RenderContext(
        Locale locale,
        Map<String, Object> connection,
        Map<String, Object> model,
        @Nullable LiveViewConsumer page) {

    /**
     * Returns the context of a broadcast, which is rendered for nobody in particular.
     *
     * @param locale the language
     */
    public static RenderContext ofNobody(Locale locale) {
        return new RenderContext(locale, Map.of(), Map.of(), null);
    }
}
