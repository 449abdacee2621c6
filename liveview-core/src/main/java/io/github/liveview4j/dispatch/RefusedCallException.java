package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewException;
import org.jspecify.annotations.Nullable;

/** Thrown in the place of a handler that may not be run. */
final class RefusedCallException extends LiveViewException {

    private final String code;

    /**
     * Makes a refusal.
     *
     * @param code what the browser learns
     * @param reason for the log
     * @param cause what failed, or {@code null}
     */
    RefusedCallException(String code, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.code = code;
    }

    String code() {
        return code;
    }
}
