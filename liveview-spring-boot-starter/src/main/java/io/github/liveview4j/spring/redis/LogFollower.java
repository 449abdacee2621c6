package io.github.liveview4j.spring.redis;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.RoomLog;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what Redis says into this node's log, each place once and in order.
 *
 * <p>What is no broadcast of ours, or was said before, takes up a place in the stream and is passed over there; on the channel
 * it counts for nothing, as anybody may say anything there. What is too old may be a true one of which this node does not know
 * whether it was said; where it stands in the stream, pages fetch themselves.
 *
 * <p>For the reader's thread.
 */
final class LogFollower {

    private static final Logger log = LoggerFactory.getLogger(LogFollower.class);

    private static final String TOO_OLD = "too old: somebody says it again, or two clocks differ by minutes";

    private final RoomLog rooms;
    private final Function<Position, byte[]> resync;
    private final RedisState state;
    private final EnvelopeSeal seal;
    private final Freshness freshness;
    private final PublisherNames names;
    private final SeenPublishers seen;
    /** Whether the node's log lacks something up to where this is, and nobody has been told yet. */
    private boolean isTorn;

    private boolean hasCaughtUp;
    private @Nullable Position at;
    private byte @Nullable [] last;

    LogFollower(
            RoomLog rooms,
            Function<Position, byte[]> resync,
            RedisState state,
            EnvelopeSeal seal,
            PublisherNames names,
            Freshness freshness) {
        this.rooms = rooms;
        this.resync = resync;
        this.state = state;
        this.seal = seal;
        this.names = names;
        this.freshness = freshness;
        this.seen = new SeenPublishers(freshness);
    }

    /** Returns how far this node has come, or {@code null} before it has heard of Redis. */
    @Nullable
    Position at() {
        return at;
    }

    /** Returns what stands in the last place, or {@code null} where this node has nothing there. */
    byte @Nullable [] last() {
        return last;
    }

    /** Goes on at a place that does not follow: every page is told to fetch itself. */
    void restart(Position place) {
        if (at != null) {
            state.begunAnew(place);
        }
        at = place;
        last = null;
        tell(place);
    }

    private void tell(Position place) {
        if (isTorn && rooms.position().equals(place)) {
            // The log does nothing where it stands already.
            rooms.restart(new Position(RoomLog.newEpoch(), 0), resync);
        }
        isTorn = true;
        rooms.restart(place, resync);
        isTorn = false;
    }

    /** Tells pages to fetch themselves where something is missing of which they have not been told. */
    void mend() {
        Position place = at;
        if (isTorn && place != null) {
            tell(place);
        }
    }

    /** Notes that this node has what was said before it came: from now on, what is too old is strange. */
    void caughtUp() {
        mend();
        hasCaughtUp = true;
        freshness.caughtUp();
    }

    /** Returns what a message of the channel says, or {@code null} if it says nothing to us. */
    @Nullable
    Envelope open(LiveMessage message) {
        Envelope envelope = open(message.envelope());
        if (envelope != null && freshness.isOver(envelope)) {
            state.refused(TOO_OLD);
            return null;
        }
        return envelope;
    }

    private @Nullable Envelope open(byte[] bytes) {
        Envelope envelope = seal.open(bytes);
        if (envelope == null) {
            state.refused("not sealed with our key or damaged");
        } else if (!names.isOurs(envelope.publisher())) {
            state.refused("sealed for another liveview.redis.prefix");
            return null;
        } else if (!seen.isNew(envelope)) {
            state.refused("said before");
            return null;
        } else if (!seal.hasKey() && !JsonUpdates.isSound(envelope.broadcast().updates())) {
            state.refused("no JSON array of updates");
            return null;
        }
        return envelope;
    }

    /** Takes what stands in the next place of the stream. */
    void read(Position place, byte[] bytes) {
        Envelope envelope = open(bytes);
        if (envelope != null && freshness.isOver(envelope)) {
            miss(place, envelope, bytes);
        } else if (envelope != null) {
            append(place, envelope, bytes);
        } else {
            mend();
            at = place;
            last = bytes;
            rooms.skip(place.seq());
        }
    }

    /** Returns how many publishers are remembered. */
    int publishers() {
        return seen.size();
    }

    /** Passes over a broadcast that is too old; those behind it may be too, so that pages are told after the last. */
    private void miss(Position place, Envelope envelope, byte[] bytes) {
        if (hasCaughtUp) {
            state.refused(TOO_OLD);
        }
        seen.add(envelope);
        at = place;
        last = bytes;
        isTorn = true;
    }

    /** Takes a broadcast in the next place. */
    void append(Position place, Envelope envelope, byte[] bytes) {
        mend();
        seen.add(envelope);
        freshness.said(envelope);
        at = place;
        last = bytes;
        try {
            rooms.append(place.seq(), envelope.broadcast());
        } catch (Throwable e) {
            // Also an Error: whoever did not get it would never know.
            log.error("A {} was not brought to this node's pages, which fetch themselves", envelope.broadcast(), e);
            isTorn = true;
            mend();
        }
    }
}
