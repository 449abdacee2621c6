package io.github.liveview4j.examples.reliability.client;

import io.github.liveview4j.examples.reliability.history.Position;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page does with an update of a room: the rules of the wire, without a wire.
 *
 * <p>A page has one position for everything. It drops what lies before it, asks with a {@code hello} where something is missing
 * or the history is another, and while it waits for the answer it takes nothing: all of it will come again. For one thread.
 */
public final class ClientRules {

    /** What to do with an update. */
    public enum Decision {
        /** It takes effect. */
        APPLY,
        /** The page has it. */
        DROP,
        /** It will come again with the answer to the hello, or the fetched page has it. */
        IGNORE,
        /** Something is missing: say hello. */
        ASK
    }

    private final Map<String, Long> lastSeen = new HashMap<>();
    private @Nullable Position position;

    /** Up to here all is whole: where a hello asks from that is about a hole, and what was seen of a room without updates since. */
    private long adopted;

    /** Only the answer to the last hello counts: the others were asked from a position that is no longer the page's. */
    private int unanswered;

    private boolean fetching;

    /** Begins with the position of the page's tag. */
    public ClientRules(@Nullable Position position) {
        adopt(position);
    }

    /** Returns the position, as a hello says it. */
    public @Nullable Position position() {
        return position;
    }

    /** Tells whether the page waits for a welcome. */
    public boolean isHelloUnanswered() {
        return unanswered > 0;
    }

    /** Tells whether the page fetches itself. */
    public boolean isFetching() {
        return fetching;
    }

    /** A hello went out. */
    public void saidHello() {
        unanswered++;
    }

    /** The socket is another one: what was asked on the last one is not answered any more. */
    public void reconnected() {
        unanswered = 0;
    }

    /**
     * Judges an update.
     *
     * @param withWelcome whether it came before a welcome in the same frame
     */
    public Decision judge(RoomUpdate update, boolean withWelcome) {
        boolean answersLastHello = withWelcome && unanswered == 1;
        if (fetching || unanswered > 0 && !answersLastHello) {
            return Decision.IGNORE;
        }
        Position mine = position;
        if (mine == null) {
            return Decision.APPLY;
        }
        if (!update.position().isOf(mine.epoch())) {
            return withWelcome ? Decision.IGNORE : Decision.ASK;
        }
        long seen = lastSeen.getOrDefault(update.room(), adopted);
        if (update.position().seq() <= seen) {
            return Decision.DROP;
        }
        if (!withWelcome && update.first() > seen + 1) {
            // Other rooms may have gone past what is missing in this one: all is asked for from where all was there.
            position = new Position(mine.epoch(), adopted);
            return Decision.ASK;
        }
        return Decision.APPLY;
    }

    /** An update took effect. */
    public void applied(RoomUpdate update) {
        position = position == null || !position.isOf(update.position().epoch())
                ? update.position()
                : position.max(update.position());
        lastSeen.put(update.room(), update.position().seq());
    }

    /** A welcome came; tells whether it counts. */
    public boolean welcomed(@Nullable Position welcome) {
        unanswered = Math.max(0, unanswered - 1);
        if (unanswered > 0 || fetching) {
            return false;
        }
        adopt(welcome);
        return true;
    }

    /** The page has to fetch itself, and takes nothing until it has. */
    public void resync(@Nullable Position resync) {
        adopt(resync);
        fetching = true;
    }

    /** The page has fetched itself. */
    public void fetched(@Nullable Position tag) {
        fetching = false;
        adopt(tag);
    }

    /**
     * A ping says that everything up to here was sent, so that nothing before it has to be asked for again; that counts for nothing
     * while what was sent is not taken. What was seen of a room stays as it was.
     */
    public boolean pinged(Position ping) {
        if (unanswered > 0 || fetching || position == null || !ping.isOf(position.epoch())) {
            return false;
        }
        position = position.max(ping);
        adopted = Math.max(adopted, ping.seq());
        return true;
    }

    /** The server let the page join a room. */
    public void joined(String room, Position from) {
        if (position != null && from.isOf(position.epoch())) {
            lastSeen.put(room, from.seq());
        }
    }

    /** The page left a room. */
    public void left(String room) {
        lastSeen.remove(room);
    }

    private void adopt(@Nullable Position next) {
        if (next == null) {
            return;
        }
        // It covers every room, also those that had updates before.
        lastSeen.clear();
        position = next;
        adopted = next.seq();
    }
}
