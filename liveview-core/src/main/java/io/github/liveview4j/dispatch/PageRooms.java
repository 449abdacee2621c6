package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.protocol.ClientEvent;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.protocol.ServerEvent;
import io.github.liveview4j.room.Bearer;
import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.room.PageTokens.Word;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.room.RoomName;
import io.github.liveview4j.session.LiveViewSession;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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
    private final PageTokens tokens;
    private final MessageCodec codec;
    private final Duration heartbeat;
    private final String node;
    private final boolean stateful;
    private final Supplier<@Nullable String> assets;

    PageRooms(
            RoomLog rooms,
            PageTokens tokens,
            MessageCodec codec,
            Duration heartbeat,
            String node,
            boolean stateful,
            Supplier<@Nullable String> assets) {
        this.rooms = rooms;
        this.tokens = tokens;
        this.codec = codec;
        this.heartbeat = heartbeat;
        this.node = node;
        this.stateful = stateful;
        this.assets = assets;
    }

    /** Brings a page of the first dialect into its rooms; there is nothing to say to it. */
    void enter(LiveViewSession session, Page page) {
        rooms.enter(session, ownRooms(session, page));
    }

    /**
     * Answers a hello: with what the page missed, and where it stands now.
     *
     * @param lacks whether the page lacks a token that it could fetch
     */
    void enter(LiveViewSession session, Page page, ClientEvent.Hello hello, boolean resumed, boolean lacks) {
        Set<String> shown = new HashSet<>();
        boolean complete = readmit(session, page, hello, shown) & page.holdsEverything() & !lacks;
        if (stateful && !resumed && hello.node() != null && hello.done() > 0) {
            // Its calls may have left something that only the server knew, and that this one has not got.
            complete = false;
        }
        // Not below, where the log's lock is held: it may have to be waited for.
        String served = assets.get();
        rooms.enter(
                session,
                () -> {
                    Set<String> all = ownRooms(session, page);
                    all.addAll(page.rooms().all());
                    return all;
                },
                hello.position(),
                complete,
                (names, now, resync) -> {
                    List<byte[]> frames = new ArrayList<>();
                    frames.add(
                            encode(new ServerEvent.Welcome(heartbeat.toMillis(), resumed, node, now, resync, served)));
                    corrections(session, page, hello, shown, names, now).forEach(event -> frames.add(encode(event)));
                    return frames;
                });
    }

    /**
     * Returns whether everything that the page showed is believed.
     *
     * @param shown where to put the rooms that the page has a valid receipt for
     */
    private boolean readmit(LiveViewSession session, Page page, ClientEvent.Hello hello, Set<String> shown) {
        Bearer bearer = bearerOf(session);
        boolean complete = true;
        if (hello.token() != null) {
            Word token = tokens.readPageToken(hello.token(), bearer);
            if (token != null) {
                page.rooms().html(token);
            }
            complete = token != null;
        }
        for (Map.Entry<String, String> each : hello.receipts().entrySet()) {
            Word receipt = tokens.readReceipt(each.getValue(), page.id(), bearer);
            if (receipt != null) {
                complete &= page.rooms().readmit(receipt);
                shown.addAll(receipt.rooms());
            } else {
                complete &= page.rooms().isSettled(each.getKey());
            }
        }
        if (!complete) {
            // Nothing to worry about when a user has changed, a day has passed or the key is another one.
            log.debug("{} shows a token or a receipt that does not hold, and has to fetch itself", session);
        }
        return complete;
    }

    /**
     * Returns what the page has to hear so that it shows the right receipts from now on: what a lost connection took with it,
     * and which receipts are good for nothing, as it would be told to fetch itself for ever.
     */
    private List<ServerEvent> corrections(
            LiveViewSession session,
            Page page,
            ClientEvent.Hello hello,
            Set<String> shown,
            Set<String> names,
            Position now) {
        List<ServerEvent> events = new ArrayList<>();
        Set<String> joined = page.rooms().joined();
        for (String room : joined) {
            if (names.contains(room) && !shown.contains(room)) {
                events.add(new ServerEvent.Joined(room, tokens.receipt(page.id(), bearerOf(session), room), now));
            }
        }
        for (String room : hello.receipts().keySet()) {
            if (!joined.contains(room) && RoomName.isValid(room)) {
                events.add(new ServerEvent.Left(room));
            }
        }
        return events;
    }

    /** Lets a page into a room. */
    void join(Page page, String room) {
        if (page.rooms().joined().contains(room)) {
            return;
        }
        if (!page.rooms().join(RoomName.checked(room))) {
            throw new LiveViewException("Expected a page to be in at most " + PageTokens.MOST_ROOMS
                    + " rooms that it was let into, got one more");
        }
        LiveViewSession session = page.session();
        BooleanSupplier stays = () -> page.rooms().all().contains(room);
        if (page.dialect() == Dialect.V1) {
            rooms.join(session, room, stays, null);
        } else {
            String receipt = tokens.receipt(page.id(), bearerOf(session), room);
            rooms.join(session, room, stays, now -> encode(new ServerEvent.Joined(room, receipt, now)));
        }
    }

    /** Takes a page out of a room, unless it is one that every page is in. */
    void leave(Page page, String room) {
        if (!page.rooms().leave(room, tokens.now())) {
            return;
        }
        // Asked for only now: a connection that came before has the room, one that comes later has not.
        LiveViewSession session = page.session();
        if (!room.equals(session.room())) {
            // Not held for a page that is away: its next hello is answered by what is true then, this would come after
            // it.
            rooms.leave(
                    session,
                    room,
                    () -> page.rooms().all().contains(room),
                    codec.encode(page.dialect(), new ServerEvent.Left(room)));
        }
    }

    /** Has a page fetch itself: what it shows is of something that this server no longer knows. */
    void fetchItself(Page page) {
        LiveViewSession session = page.giveUp();
        if (session != null) {
            rooms.tell(session, position -> encode(new ServerEvent.Resync(position)));
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

    /** Returns whether a page shows a token that holds for the connection. */
    boolean isProven(LiveViewSession session, ClientEvent.Hello hello) {
        String token = hello.token();
        return token != null && tokens.readPageToken(token, bearerOf(session)) != null;
    }

    static Bearer bearerOf(LiveViewSession session) {
        Object known = session.attributes().get(LiveViewDispatcher.HTTP_SESSION);
        return Bearer.of(session.user().orElse(null), known instanceof Bearer.Session http ? http : null);
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
