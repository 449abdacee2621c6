package io.github.liveview4j.spring.request;

import io.github.liveview4j.room.Bearer;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** What is kept of an HTTP session to know it again. For any thread. */
public final class HttpSessions {

    private HttpSessions() {}

    /**
     * Returns what is kept of a session.
     *
     * @param session as its request has it, or {@code null}
     * @return {@code null} where there is none, or none any more
     */
    public static Bearer.@Nullable Session of(@Nullable HttpSession session) {
        try {
            return session == null ? null : new Bearer.Session(session.getId(), session.getCreationTime());
        } catch (IllegalStateException e) {
            return null;
        }
    }
}
