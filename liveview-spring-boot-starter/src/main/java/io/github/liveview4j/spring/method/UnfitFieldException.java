package io.github.liveview4j.spring.method;

import org.jspecify.annotations.Nullable;

/** Names of fields that do not fit the class that a form is bound to, or ask for too much of it. */
final class UnfitFieldException extends RuntimeException {

    UnfitFieldException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
