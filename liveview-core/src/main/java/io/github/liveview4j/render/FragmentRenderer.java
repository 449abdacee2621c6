package io.github.liveview4j.render;

import io.github.liveview4j.LiveViewException;

/**
 * Makes markup of a template: the port that a template engine fills.
 *
 * <p>Called from any thread, by many at a time.
 */
@FunctionalInterface
public interface FragmentRenderer {

    /**
     * Renders a template or one fragment of it.
     *
     * @param request what to render, for whom
     * @return the markup, empty only where the fragment exists and is empty
     * @throws LiveViewException if the template or the fragment does not exist, or cannot be rendered; the message names
     *     both
     */
    String render(FragmentRequest request);
}
