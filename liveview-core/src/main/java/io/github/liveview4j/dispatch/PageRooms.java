package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.protocol.ClientEvent;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.protocol.ServerEvent;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.room.RoomName;
import io.github.liveview4j.room.RoomTokens;
import io.github.liveview4j.session.LiveViewSession;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which rooms a page is in: everyone's, its user's, its own, that of its address, and those that the application let it into,
 * for which it shows what this server, or another node with the same key, has signed.
 *
 * <p>For any thread.
 */
final class PageRooms {

    private static final Logger log = LoggerFactory.getLogger(PageRooms.class);

    private final RoomLog rooms;
    private final RoomTokens tokens;
    private final MessageCodec codec;
    private final Duration heartbeat;

    PageRooms(RoomLog rooms, RoomTokens tokens, MessageCodec codec, Duration heartbeat) {
        this.rooms = rooms;
        this.tokens = tokens;
        this.codec = codec;
        this.heartbeat = heartbeat;
    }

    /** Brings a page of the first dialect into its rooms; there is nothing to say to it. */
    void enter(LiveViewSession session, Page page) {
        rooms.enter(session, ownRooms(session, page));
    }

    /** Answers a hello: with what the page missed, and where it stands now. */
    void enter(LiveViewSession session, Page page, ClientEvent.Hello hello, boolean resumed) {
        boolean complete = readmit(session, page, hello) & page.holdsEverything();
        Set<String> all = ownRooms(session, page);
        all.addAll(page.rooms().all());
        rooms.enter(
                session,
                all,
                hello.position(),
                complete,
                (now, resync) -> encode(new ServerEvent.Welcome(heartbeat.toMillis(), resumed, now, resync)));
    }

    /** Returns whether everything that the page showed is believed. */
    private boolean readmit(LiveViewSession session, Page page, ClientEvent.Hello hello) {
        String user = nameOf(session);
        boolean complete = true;
        List<String> shown = new ArrayList<>(hello.receipts());
        if (hello.token() != null) {
            shown.add(hello.token());
        }
        for (String token : shown) {
            Set<String> named = tokens.rooms(token, page.id(), user);
            complete &= named != null && page.rooms().readmit(named);
        }
        if (!complete) {
            // Nothing to worry about when a user has changed, a day has passed or the key is another one.
            log.debug("{} shows a token or a receipt that does not hold, and has to fetch itself", session);
        }
        return complete;
    }

    /** Lets a page into a room. */
    void join(Page page, String room) {
        if (!page.rooms().add(RoomName.checked(room))) {
            throw new LiveViewException("Expected a page to be in at most " + JoinedRooms.MOST
                    + " rooms that it was let into, got one more");
        }
        LiveViewSession session = page.session();
        if (page.dialect() == Dialect.V1) {
            rooms.join(session, room, null);
        } else {
            String receipt = tokens.receipt(page.id(), nameOf(session), room);
            rooms.join(session, room, (now, resync) -> encode(new ServerEvent.Joined(room, receipt, now)));
        }
    }

    /** Takes a page out of a room, unless it is one that every page is in. */
    void leave(Page page, String room) {
        LiveViewSession session = page.session();
        if (page.rooms().remove(room) && !room.equals(session.room())) {
            rooms.leave(session, room);
            page.push(codec.encode(page.dialect(), new ServerEvent.Left(room)));
        }
    }

    private static Set<String> ownRooms(LiveViewSession session, Page page) {
        Set<String> own = new LinkedHashSet<>();
        own.add(RoomName.EVERYONE);
        own.add(session.room());
        own.add(RoomName.ofPage(page.id()));
        String user = nameOf(session);
        if (user != null) {
            own.add(RoomName.ofUser(user));
        }
        return own;
    }

    private static @Nullable String nameOf(LiveViewSession session) {
        return session.user().map(Principal::getName).orElse(null);
    }

    /** Where the page stands, and that it has to answer. */
    byte[] ping(Position position) {
        return encode(new ServerEvent.Ping(position));
    }

    private byte[] encode(ServerEvent event) {
        return codec.encode(Dialect.V2, event).get(0);
    }
}
