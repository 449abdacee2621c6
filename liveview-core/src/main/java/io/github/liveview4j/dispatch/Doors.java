package io.github.liveview4j.dispatch;

import io.github.liveview4j.AccessCheck;

/**
 * What a call has to pass before it reaches a handler.
 *
 * @param access whether the page may still act as who it was at the handshake
 * @param limits how much it may ask for
 * @param isTokenRequired whether a page of the second dialect has to show the token of its html before its calls are run
 */
public record Doors(AccessCheck access, PageLimits limits, boolean isTokenRequired) {

    /** Lets everything pass. */
    public static final Doors OPEN = new Doors(handshake -> true, PageLimits.NONE, false);
}
