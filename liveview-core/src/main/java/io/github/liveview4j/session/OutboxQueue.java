package io.github.liveview4j.session;

import io.github.liveview4j.session.Frame.Coverage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one browser, in the order of sending and without what has become needless.
 *
 * <p>A frame that replaces something as a whole supersedes the one in its room that replaces the same, so that a browser
 * which is slower than a ticker is given the last price and not all of them. Only within a <em>stretch</em> of such frames:
 * any other frame ends it, as it may build on what was replaced before it. The range that the superseded one covered goes
 * to the next frame of its room, which is never further away than the one that superseded it: the browser sees no hole.
 *
 * <p>Adding costs the same however much waits. Ranges are written into frames when these are taken, not whenever they
 * change: until then the bytes are those that all browsers share.
 *
 * <p>Guarded by the outbox's lock, but for {@link Batch#frame()}.
 */
final class OutboxQueue {

    static final int MOST_JOINED = 64 * 1024;

    /** Where the next frame that replaces the same finds the one that it supersedes. */
    private record Place(long stretch, String room, String replaces) {}

    /** A frame, the range that it covers by now, and its neighbours of the same room and stretch. */
    private static final class Waiting {

        private final Frame frame;
        private final @Nullable Coverage coverage;
        private long first;
        private @Nullable Waiting earlier;
        private @Nullable Waiting later;

        Waiting(Frame frame) {
            this.frame = frame;
            this.coverage = frame.coverage();
            this.first = coverage == null ? 0 : coverage.first();
        }

        void follow(@Nullable Waiting other) {
            earlier = other;
            if (other != null) {
                other.later = this;
            }
        }

        /** Leaves its place to the next one, and its range with it. */
        void giveWay() {
            Waiting next = later;
            if (next != null) {
                next.first = Math.min(next.first, first);
                next.follow(earlier);
            }
        }

        Frame frame() {
            return coverage == null || coverage.first() == first ? frame : coverage.from(first);
        }
    }

    /** What is written at once. Belongs to the writer alone: no frame that still waits knows it. */
    static final class Batch {

        private final List<Waiting> taken = new ArrayList<>(1);
        private long bytes;

        /** Makes one of frames that have not waited in the queue. */
        static Batch of(List<Frame> frames) {
            Batch batch = new Batch();
            frames.forEach(frame -> batch.add(new Waiting(frame)));
            return batch;
        }

        private void add(Waiting next) {
            taken.add(next);
            bytes += next.frame.size();
        }

        /** Returns what it counted for while it waited; brackets and digits that come with the writing are not in it. */
        long bytes() {
            return bytes;
        }

        /** Makes the frame to be written. To be called without a lock, as it may copy up to 64 KiB. */
        Frame frame() {
            if (taken.size() == 1) {
                return taken.get(0).frame();
            }
            List<Frame> frames = new ArrayList<>(taken.size());
            for (Waiting each : taken) {
                frames.add(each.frame());
            }
            return Frame.joined(frames, false);
        }
    }

    /** By their places; a frame that nothing supersedes has the number of the stretch that it begins. */
    private final Map<Object, Waiting> waiting = new LinkedHashMap<>(4);
    /** Of this stretch. */
    private final Map<String, Waiting> newestOfRoom = new HashMap<>(4);

    private long stretch;
    private long bytes;

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Returns how many bytes wait, those of superseded frames not among them. */
    long bytes() {
        return bytes;
    }

    /**
     * Adds a frame at the end.
     *
     * <p>A joined one is added as its parts, so that they can be superseded, if each covers something. One that holds
     * anything else stays whole: a page takes what it missed only from the frame that has its welcome too.
     */
    void add(Frame frame) {
        List<Frame> parts = frame.parts();
        if (!parts.isEmpty() && parts.stream().allMatch(part -> part.coverage() != null)) {
            // Everybody else gets them joined: a buffer outside the heap for one of them would serve this browser only.
            parts.forEach(part -> addOne(part.forOne()));
        } else {
            addOne(frame);
        }
    }

    private void addOne(Frame frame) {
        Waiting added = new Waiting(frame);
        bytes += frame.size();
        Coverage coverage = added.coverage;
        String replaces = coverage == null ? null : coverage.replaces();
        if (coverage == null || replaces == null) {
            newestOfRoom.clear();
            waiting.put(++stretch, added);
            return;
        }
        added.follow(newestOfRoom.put(coverage.room(), added));
        Place place = new Place(stretch, coverage.room(), replaces);
        Waiting superseded = waiting.remove(place);
        waiting.put(place, added);
        if (superseded != null) {
            bytes -= superseded.frame.size();
            superseded.giveWay();
        }
    }

    /** Takes what is to be written next: a frame, or as many as can be joined in a row, up to 64 KiB. Not when empty. */
    Batch take() {
        Batch batch = new Batch();
        // The bracket at the end; each object brings the bracket or comma before it.
        long length = 1;
        boolean joins = true;
        for (Iterator<Waiting> each = waiting.values().iterator(); each.hasNext(); ) {
            Waiting next = each.next();
            length += 1 + next.frame.size();
            joins &= next.frame.isObject();
            if (!batch.taken.isEmpty() && (!joins || length > MOST_JOINED)) {
                break;
            }
            each.remove();
            letGo(next);
            batch.add(next);
        }
        return batch;
    }

    private void letGo(Waiting gone) {
        bytes -= gone.frame.size();
        if (gone.coverage != null) {
            newestOfRoom.remove(gone.coverage.room(), gone);
        }
        if (gone.later != null) {
            gone.later.follow(null);
            gone.later = null;
        }
    }
}
