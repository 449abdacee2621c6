package io.github.liveview4j.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What was sent to a page while it had no connection, for when it comes back to this node.
 *
 * <p>Bounded for one page and for all of them together: past that it is given up, and the page has to fetch itself. What was
 * under way when the connection was lost is not among it. Guarded by its page.
 */
final class HeldPushes {

    static final int MOST_BYTES = 64 * 1024;
    static final long MOST_BYTES_OF_ALL = 32 * 1024 * 1024;

    /** What a frame costs besides its bytes. */
    private static final int OVERHEAD = 64;

    private final AtomicLong bytesOfAll;
    private @Nullable Deque<byte[]> frames;
    private int bytes;
    private boolean incomplete;
    private boolean ended;

    /**
     * Holds nothing yet.
     *
     * @param bytesOfAll what the pages of this node hold together
     */
    HeldPushes(AtomicLong bytesOfAll) {
        this.bytesOfAll = bytesOfAll;
    }

    void add(List<byte[]> more) {
        for (byte[] frame : more) {
            int cost = frame.length + OVERHEAD;
            if (incomplete || ended) {
                return;
            }
            if (bytes + cost > MOST_BYTES || bytesOfAll.get() + cost > MOST_BYTES_OF_ALL) {
                giveUp();
                return;
            }
            bytes += cost;
            bytesOfAll.addAndGet(cost);
            if (frames == null) {
                frames = new ArrayDeque<>(4);
            }
            frames.add(frame);
        }
    }

    /** Holds nothing any more until the page has fetched itself. */
    void giveUp() {
        clear();
        incomplete = true;
    }

    /** Returns whether nothing was given up that the page has not made good for. */
    boolean isComplete() {
        return !incomplete;
    }

    /** Takes note that the page has fetched itself. */
    void madeGood() {
        incomplete = false;
    }

    /** Returns what is held, in its order, and holds it no longer. */
    List<byte[]> take() {
        List<byte[]> all = frames == null ? List.of() : List.copyOf(frames);
        clear();
        return all;
    }

    /** Holds nothing any more, whatever is still sent to a page that will not come back. */
    void end() {
        clear();
        ended = true;
    }

    private void clear() {
        frames = null;
        bytesOfAll.addAndGet(-bytes);
        bytes = 0;
    }
}
