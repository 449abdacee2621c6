package io.github.liveview4j.spring.session;

import io.github.liveview4j.LiveViewException;
import org.jspecify.annotations.Nullable;

/** Says that it could not be found out whether a session is there. */
final class SessionStoreException extends LiveViewException {

    SessionStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** None: where it comes from is always the same, and there is one for every call while the store is away. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
