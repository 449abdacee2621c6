package io.github.liveview4j.render;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.TemplateName;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing to render.
 *
 * @param name the template, and the fragment in it
 * @param model the variables by name; values may be {@code null}
 * @param locale the language to render in
 * @param connection the attributes of the page's connection, among which a renderer finds what the handshake left for
 *     it; empty for a broadcast, which is rendered for nobody in particular
 * @param page the page that the markup is for, or {@code null} for a broadcast
 */
public record FragmentRequest(
        TemplateName name,
        Map<String, Object> model,
        Locale locale,
        Map<String, Object> connection,
        @Nullable LiveViewConsumer page) {}
