package io.github.liveview4j.handler;

import io.github.liveview4j.LiveViewException;

/** A fault in the handlers themselves, found at the start, which it stops. */
public final class HandlerMappingException extends LiveViewException {

    private final String description;
    private final String action;

    /**
     * Creates an exception.
     *
     * @param description what is wrong, naming every method concerned
     * @param action what to do about it
     */
    public HandlerMappingException(String description, String action) {
        super(description + " " + action);
        this.description = description;
        this.action = action;
    }

    /** Returns what is wrong, naming every method concerned. */
    public String description() {
        return description;
    }

    /** Returns what to do about it, in a sentence. */
    public String action() {
        return action;
    }
}
