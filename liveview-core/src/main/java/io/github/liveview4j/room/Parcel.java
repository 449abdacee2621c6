package io.github.liveview4j.room;

import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import java.util.List;

/**
 * Something for many sessions, encoded at most once in each dialect, however many browsers it goes to.
 *
 * <p>Any thread may call any method.
 */
public interface Parcel {

    /** Returns the frame for clients of v2: one JSON object, so that it can be joined with others into an array. */
    Frame v2();

    /** Returns whether a session gets {@link #withheld()} instead. */
    default boolean isWithheldFrom(LiveViewSession session) {
        return false;
    }

    /** Returns what those get that the parcel is withheld from. */
    default Frame withheld() {
        return v2();
    }

    /**
     * Returns the frames for clients of v1, in their order; unmodifiable.
     *
     * @throws RuntimeException if they cannot be encoded; a later call then returns none
     */
    List<Frame> v1();
}
