package io.github.liveview4j.test;

import org.jspecify.annotations.Nullable;

/**
 * An error that the page was told of.
 *
 * @param code a code of {@code docs/protocol.md} or of the application's own; {@code error} for {@link
 *     io.github.liveview4j.LiveViewMessage#error}
 * @param message the text of {@link io.github.liveview4j.LiveViewMessage#error}, or {@code null}
 * @param function the handler that was called, or {@code null} where the error belongs to no call
 * @param ref the reference in the log, or {@code null}
 * @param cause what was thrown on the server, which no browser learns, or {@code null} where that is not known
 */
public record PageFailure(
        String code,
        @Nullable String message,
        @Nullable String function,
        @Nullable String ref,
        @Nullable Throwable cause) {

    /** Returns whether the library has failed for want of an answer of the application's: a mistake, as a rule. */
    boolean isMistake() {
        return switch (code) {
            case "failed", "invalid", "unknown_function", "malformed", "unexpected" -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(code);
        if (message != null) {
            text.append(" \"").append(message).append('"');
        }
        if (function != null) {
            text.append(" of ").append(function);
        }
        if (ref != null) {
            text.append(", reference ").append(ref);
        }
        if (cause != null) {
            text.append(", because of ").append(cause);
        }
        return text.toString();
    }
}
