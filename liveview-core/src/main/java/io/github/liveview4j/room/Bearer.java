package io.github.liveview4j.room;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Whom a signed word is for: a user, an HTTP session, both or neither.
 *
 * @param user the name of who is signed in, or {@code null}
 * @param session the HTTP session, or {@code null} where there is none
 */
public record Bearer(@Nullable String user, @Nullable Session session) {

    /** Nobody in particular. */
    public static final Bearer NOBODY = new Bearer(null, null);

    /**
     * An HTTP session.
     *
     * @param id its id, a secret of its user
     * @param since when it was made, in milliseconds since 1970
     * @param isNew whether the connection itself has made it, for a page that had none
     */
    public record Session(String id, long since, boolean isNew) {

        /** Makes one that was there before. */
        public Session(String id, long since) {
            this(id, since, false);
        }

        /** Names nothing. */
        @Override
        public String toString() {
            return "Session";
        }
    }

    /**
     * Makes a bearer.
     *
     * @param user who is signed in, or {@code null}
     * @param session the HTTP session, or {@code null}
     */
    public static Bearer of(@Nullable Principal user, @Nullable Session session) {
        return new Bearer(user == null ? null : user.getName(), session);
    }
}
