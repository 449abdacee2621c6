package io.github.liveview4j.dispatch;

import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.session.LiveViewSession;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The pages of this node: those with a socket, and for a while those that lost it.
 *
 * <p>A page that lost its socket is remembered for a while, of many only the latest, so that a page which comes back
 * finds its calls. For any thread.
 */
final class PageRegistry {

    private static final int MAX_REMEMBERED = 20_000;

    private record Lost(Page page, LiveViewSession session, long at) {}

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Queue<Lost> lost = new ConcurrentLinkedQueue<>();
    private final AtomicLong heldOfAll = new AtomicLong();
    private final AtomicInteger lostCount = new AtomicInteger();
    private final String node = RoomLog.newEpoch();
    private final Executor endings = PageEnd.thread();
    private final Duration retention;
    private final LongSupplier nanoTime;

    /** What became of a hello. */
    record Entrance(Page page, boolean resumed) {}

    /**
     * Creates an empty registry.
     *
     * @param retention how long a page that lost its socket is remembered
     */
    PageRegistry(Duration retention, LongSupplier nanoTime) {
        this.retention = retention;
        this.nanoTime = nanoTime;
    }

    /** Makes the page of a socket that cannot come back as the same page. */
    Page single(LiveViewSession session) {
        return new Page(session.id(), session, heldOfAll, endings);
    }

    /** Returns the name of this run of the server. */
    String node() {
        return node;
    }

    /**
     * Brings a socket to its page, which is made where this node does not know it or somebody else's it was.
     *
     * <p>A page that was welcomed by another node meanwhile may have made calls there: what this node remembers of it is not
     * all, and a call that is sent again could run a second time.
     *
     * @param last the run that welcomed the page last, or {@code null}
     */
    Entrance enter(String id, LiveViewSession session, @Nullable String last) {
        forgetExpired();
        boolean[] resumed = {false};
        Page page = pages.compute(id, (key, known) -> {
            if (known != null && (last == null || last.equals(node)) && known.isContinuedBy(session)) {
                resumed[0] = true;
                known.attach(session);
                return known;
            }
            if (known != null) {
                known.forgotten();
            }
            return new Page(key, session, heldOfAll, endings);
        });
        return new Entrance(page, resumed[0]);
    }

    /** Takes note that a page lost a socket, which says nothing when it has another one by now. */
    void leave(Page page, LiveViewSession session) {
        lost.add(new Lost(page, session, nanoTime.getAsLong()));
        lostCount.incrementAndGet();
        forgetExpired();
    }

    void forgetExpired() {
        long now = nanoTime.getAsLong();
        Lost first = lost.peek();
        while (first != null
                && (now - first.at > retention.toNanos() || lostCount.get() > MAX_REMEMBERED)
                && lost.remove(first)) {
            lostCount.decrementAndGet();
            forget(first);
            first = lost.peek();
        }
    }

    private void forget(Lost gone) {
        // Looked at under the map's lock: a page that comes back at this moment is either kept or made anew.
        pages.computeIfPresent(gone.page.id(), (id, known) -> {
            if (known != gone.page || known.session() != gone.session) {
                return known;
            }
            known.forgotten();
            return null;
        });
    }

    int size() {
        return pages.size();
    }
}
