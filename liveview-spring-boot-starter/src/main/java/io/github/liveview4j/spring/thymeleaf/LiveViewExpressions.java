package io.github.liveview4j.spring.thymeleaf;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What templates call as {@code #liveview}.
 *
 * <p>For any thread.
 */
public final class LiveViewExpressions {

    private static final int ROOM_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    LiveViewExpressions() {}

    /**
     * Makes the name of a room that nobody can guess: 32 hexadecimal digits, others at every call.
     *
     * <p>{@code <html th:attr="data-room=${#liveview.roomId()}">}, or shorter {@code <html lv:room>}.
     */
    public String roomId() {
        byte[] bytes = new byte[ROOM_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
