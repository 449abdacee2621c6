package io.github.liveview4j.spring.page;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewPage;
import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.Bearer;
import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.room.RoomName;
import jakarta.servlet.ServletRequest;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page before it has an id and a socket: an attribute of its request.
 *
 * <p>For one thread at a time: a request that goes on in another thread is handed over by the container.
 */
final class RequestedPage implements LiveViewPage {

    /** The request attribute; by this name functional endpoints find the page, too. */
    static final String ATTRIBUTE = LiveViewPage.class.getName();

    private final @Nullable Position position;
    private final Supplier<Bearer.@Nullable Session> session;
    private Set<String> rooms = Set.of();

    /**
     * Makes the page of a request.
     *
     * @param position how far the broadcasts had come when the request came in, or {@code null} where there are none
     * @param session gives the HTTP session that there is when it is asked, or {@code null}
     */
    RequestedPage(@Nullable Position position, Supplier<Bearer.@Nullable Session> session) {
        this.position = position;
        this.session = session;
    }

    static @Nullable RequestedPage of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestedPage page ? page : null;
    }

    @Nullable
    Position position() {
        return position;
    }

    /** Returns the HTTP session that there is now, as html that is being written may make the first one; or {@code null}. */
    Bearer.@Nullable Session session() {
        return session.get();
    }

    /** Returns the rooms that the page was let into, not to be written to. */
    Set<String> rooms() {
        return Collections.unmodifiableSet(rooms);
    }

    @Override
    public void join(String room) {
        RoomName.checked(room);
        if (rooms.size() >= PageTokens.MOST_ROOMS && !rooms.contains(room)) {
            throw new LiveViewException(
                    "Expected a page to join at most " + PageTokens.MOST_ROOMS + " rooms, got one more");
        }
        if (rooms.isEmpty()) {
            // Most pages join none.
            rooms = new TreeSet<>();
        }
        rooms.add(room);
    }

    /** Takes back every room: what answers the request now is not the page that was let into them. */
    void leaveAll() {
        rooms = Set.of();
    }

    /** Names no room: some are secrets. */
    @Override
    public String toString() {
        return "LiveViewPage[" + rooms.size() + " rooms]";
    }
}
