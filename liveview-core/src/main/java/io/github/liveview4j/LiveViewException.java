package io.github.liveview4j;

import org.jspecify.annotations.Nullable;

/**
 * The root of what this library throws.
 *
 * <p>Its message is for the log and the developer. It never reaches a browser, which gets a code and a reference.
 */
public class LiveViewException extends RuntimeException {

    /**
     * Creates an exception without a cause.
     *
     * @param message what was expected, what came, and what to do
     */
    public LiveViewException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what was expected, what came, and what to do
     * @param cause what went wrong underneath, or {@code null}
     */
    public LiveViewException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
