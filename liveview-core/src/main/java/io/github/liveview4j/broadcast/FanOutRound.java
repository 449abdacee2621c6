package io.github.liveview4j.broadcast;

import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.room.Parcel;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pass over one audience: the broadcasts that go out together, and how far the pass has come.
 *
 * <p>For one thread at a time. It changes hands when a worker is replaced, and remembers its place so that the
 * successor goes on with the next session.
 */
final class FanOutRound {

    private static final Logger log = LoggerFactory.getLogger(FanOutRound.class);

    private final LiveViewSession[] audience;
    private final List<Parcel> parcels;
    private @Nullable Frame v2;
    private @Nullable List<Frame> v1;
    private int at = -1;

    /**
     * Makes a round before its first session.
     *
     * @param audience not empty
     * @param parcels not empty, in the order of their delivery
     */
    FanOutRound(LiveViewSession[] audience, List<Parcel> parcels) {
        this.audience = audience;
        this.parcels = parcels;
    }

    /** Goes to the next session; returns {@code false} if there is none. */
    boolean advance() {
        return ++at < audience.length;
    }

    /** Returns the session that the round has come to. */
    LiveViewSession session() {
        return audience[at];
    }

    /**
     * Puts the broadcasts into the session's outbox, in its dialect; never waits for the browser.
     *
     * @return whether the caller must flush the session
     */
    boolean enqueue() {
        LiveViewSession session = session();
        if (Dialect.of(session.subprotocol()) == Dialect.V2) {
            return session.enqueue(v2(session));
        }
        boolean writer = false;
        for (Frame frame : v1()) {
            writer |= session.enqueue(frame);
        }
        return writer;
    }

    private Frame v2(LiveViewSession session) {
        for (Parcel parcel : parcels) {
            if (parcel.isWithheldFrom(session)) {
                // Made anew for each of them, and mostly there is but one: the page that has said it itself.
                return join(
                        parcels.stream()
                                .map(each -> each.isWithheldFrom(session) ? each.withheld() : each.v2())
                                .toList(),
                        false);
            }
        }
        Frame known = v2;
        if (known == null) {
            known = join(parcels.stream().map(Parcel::v2).toList(), audience.length > 1);
            v2 = known;
        }
        return known;
    }

    /** A buffer outside the heap is dear to make and pays from the second browser on: only then is a frame shared. */
    private static Frame join(List<Frame> frames, boolean shared) {
        if (frames.size() > 1) {
            return Frame.joined(frames, shared);
        }
        return shared ? frames.get(0) : frames.get(0).forOne();
    }

    private List<Frame> v1() {
        List<Frame> known = v1;
        if (known == null) {
            known = new ArrayList<>();
            for (Parcel parcel : parcels) {
                try {
                    known.addAll(parcel.v1());
                } catch (RuntimeException e) {
                    log.error("A broadcast could not be encoded for clients of v1; they do not get it", e);
                }
            }
            v1 = known;
        }
        return known;
    }
}
