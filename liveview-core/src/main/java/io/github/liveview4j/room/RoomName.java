package io.github.liveview4j.room;

import io.github.liveview4j.LiveViewBroadcaster.Audience;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of rooms: those that applications give, and those of every page, user and of everyone, which begin with a
 * character that no other may have.
 *
 * <p>For any thread.
 */
public final class RoomName {

    /** The room that every page is in. */
    public static final String EVERYONE = "*";

    /** Begins what is said to nodes rather than to pages. */
    private static final String SIGNAL = "!";

    private static final String HOLDER = SIGNAL + "$";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.~:-]{1,128}");

    private RoomName() {}

    /** Returns whether an application may give a room this name. */
    public static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Returns the name as it was given.
     *
     * @throws IllegalArgumentException if no room may have it
     */
    public static String checked(String name) {
        if (!isValid(name)) {
            throw new IllegalArgumentException("Expected a room name of 1 to 128 of A-Z a-z 0-9 _ . ~ : -, got one of "
                    + name.length() + " characters that is none");
        }
        return name;
    }

    /** Returns the room of all pages of a user. */
    public static String ofUser(String user) {
        return "@" + user;
    }

    /** Returns the room of one page. */
    public static String ofPage(String page) {
        return "#" + page;
    }

    /** Returns the name under which nodes are told to disconnect the pages of a room, or of a user, a page, everyone. */
    public static String ofDisconnect(String room) {
        return SIGNAL + room;
    }

    /** Returns the name under which nodes are told to look at the pages of a holder again. */
    public static String ofLook(String holder) {
        return HOLDER + holder;
    }

    /** Returns whether what is said there is for nodes: no page can be in such a room. */
    public static boolean isSignal(String name) {
        return name.startsWith(SIGNAL);
    }

    /** Returns the holder that {@link #ofLook} was given, or {@code null} where it is another name. */
    public static @Nullable String holderOf(String name) {
        return name.startsWith(HOLDER) ? name.substring(HOLDER.length()) : null;
    }

    /** Returns the room that {@link #ofDisconnect} was given. */
    public static String disconnectedBy(String signal) {
        return signal.substring(SIGNAL.length());
    }

    /** Returns the user whose room it is, or {@code null} where it is no user's. */
    public static @Nullable String userOf(String room) {
        return room.startsWith("@") ? room.substring(1) : null;
    }

    /** Returns the page whose room it is, or {@code null} where it is no page's. */
    public static @Nullable String pageOf(String room) {
        return room.startsWith("#") ? room.substring(1) : null;
    }

    /**
     * Returns the room that an audience is.
     *
     * @throws IllegalArgumentException if it names a room that none may have: who passes on a stranger's name must not reach
     *     everyone by it, or all pages of a user
     */
    public static String of(Audience audience) {
        if (audience instanceof Audience.Room room) {
            return checked(room.name());
        }
        if (audience instanceof Audience.User user) {
            return ofUser(user.name());
        }
        return audience instanceof Audience.Page page ? ofPage(page.id()) : EVERYONE;
    }

    /** Returns the name that pages know a room by: who they are is nothing that they need be told. */
    static String onWire(String room) {
        char first = room.isEmpty() ? EVERYONE.charAt(0) : room.charAt(0);
        return first == '@' || first == '#' ? room.substring(0, 1) : room;
    }
}
