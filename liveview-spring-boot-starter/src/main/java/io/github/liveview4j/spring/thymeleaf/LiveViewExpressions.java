package io.github.liveview4j.spring.thymeleaf;

import java.util.UUID;

/**
 * What templates call as {@code #liveview}.
 *
 * <p>For any thread.
 */
public final class LiveViewExpressions {

    LiveViewExpressions() {}

    /**
     * Makes the name of a room that nobody can guess: the 32 digits of a random UUID, others at every call.
     *
     * <p>{@code <html th:attr="data-room=${#liveview.roomId()}">}, or shorter {@code <html lv:room>}.
     */
    public String roomId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
