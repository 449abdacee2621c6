package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.protocol.Excerpt;

/** Thrown at the end of the chain when a page called a name that no handler answers. */
public final class UnknownHandlerException extends LiveViewException {

    UnknownHandlerException(String function) {
        super(
                "No handler answers '" + Excerpt.of(function)
                        + "'. Is the name in @LiveViewHandler the one in data-liveview-function? The start-up log lists all handlers");
    }
}
