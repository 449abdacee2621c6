package io.github.liveview4j.spring.method;

/** A field's name that does not fit the class that a form is bound to. */
final class UnfitFieldException extends RuntimeException {

    UnfitFieldException(String message, Throwable cause) {
        super(message, cause);
    }
}
