package io.github.liveview4j.dispatch;

import io.github.liveview4j.limit.Counts;
import io.github.liveview4j.limit.Peer;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.session.LiveViewSession;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The pages of this node: those with a socket, and for a while those that lost it.
 *
 * <p>A page that lost its socket is remembered for a while, of many only the latest, so that a page which comes back
 * finds its calls. Who loads pages only to leave them is not to push out those of others: an address has so many places, and what
 * their handshakes said, which is a stranger's text, has room for 64 MiB. For any thread.
 */
final class PageRegistry {

    private static final int MAX_REMEMBERED = 20_000;
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    /** A page and its session without the headers, about. */
    private static final int PAGE_BYTES = 1024;

    private record Lost(Page page, LiveViewSession session, long at) {}

    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    /** Those without a socket by their ids, the first that lost it at the front; guarded by itself, after the map's lock of a page. */
    private final LinkedHashMap<String, Lost> lost = new LinkedHashMap<>();

    private final AtomicLong heldOfAll = new AtomicLong();
    private final AtomicLong lostBytes = new AtomicLong();
    private final Counts ofAddresses;
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
     * @param ofAddress how many of one address are, or 0 for no limit
     */
    PageRegistry(Duration retention, int ofAddress, LongSupplier nanoTime) {
        this.retention = retention;
        this.ofAddresses = new Counts(ofAddress);
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
                giveBack(known);
                known.attach(session);
                return known;
            }
            if (known != null) {
                giveBack(known);
                known.forgotten();
            }
            return new Page(key, session, heldOfAll, endings);
        });
        return new Entrance(page, resumed[0]);
    }

    /** Takes note that a page lost a socket, which says nothing when it has another one by now. */
    void leave(Page page, LiveViewSession session) {
        if (isWithoutPlace(page, session)) {
            forget(new Lost(page, session, 0));
        } else {
            forgetExpired();
        }
    }

    /** Gives a page that is lost a place; returns whether there is none for it. */
    private boolean isWithoutPlace(Page page, LiveViewSession session) {
        boolean[] isWithout = {false};
        pages.computeIfPresent(page.id(), (id, known) -> {
            if (known == page && known.session() == session && known.place() == null) {
                Place place = Place.of(session);
                isWithout[0] = !ofAddresses.take(place.address());
                if (!isWithout[0]) {
                    lostBytes.addAndGet(place.bytes());
                    known.place(place);
                    remember(new Lost(page, session, nanoTime.getAsLong()));
                }
            }
            return known;
        });
        return isWithout[0];
    }

    private void remember(Lost gone) {
        synchronized (lost) {
            lost.put(gone.page.id(), gone);
        }
    }

    /** Under the map's lock of the page. */
    private void giveBack(Page page) {
        Place place = page.place();
        if (place != null) {
            synchronized (lost) {
                // Also its connection: of one that comes and goes, those of two minutes would be kept, uncounted.
                lost.remove(page.id());
            }
            page.place(null);
            ofAddresses.giveBack(place.address());
            lostBytes.addAndGet(-place.bytes());
        }
    }

    /**
     * What a page takes while it is lost.
     *
     * @param address for whom it counts, or {@code null}
     * @param bytes of memory, about
     */
    record Place(@Nullable String address, long bytes) {

        static Place of(LiveViewSession session) {
            long bytes = PAGE_BYTES;
            for (Map.Entry<String, List<String>> header :
                    AccessGate.handshakeOf(session).headers().entrySet()) {
                for (String value : header.getValue()) {
                    bytes += header.getKey().length() + value.length();
                }
            }
            return new Place(
                    session.attributes().get(Peer.ATTRIBUTE) instanceof Peer peer ? peer.address() : null, bytes);
        }
    }

    void forgetExpired() {
        for (Lost first = expired(); first != null; first = expired()) {
            forget(first);
        }
    }

    /** Takes out the first that is to be forgotten, if one is. */
    private @Nullable Lost expired() {
        long now = nanoTime.getAsLong();
        synchronized (lost) {
            Iterator<Lost> all = lost.values().iterator();
            Lost first = all.hasNext() ? all.next() : null;
            if (first == null
                    || (now - first.at <= retention.toNanos()
                            && lost.size() <= MAX_REMEMBERED
                            && lostBytes.get() <= MAX_BYTES)) {
                return null;
            }
            all.remove();
            return first;
        }
    }

    private void forget(Lost gone) {
        // Looked at under the map's lock: a page that comes back at this moment is either kept or made anew.
        pages.computeIfPresent(gone.page.id(), (id, known) -> {
            if (known != gone.page || known.session() != gone.session) {
                return known;
            }
            giveBack(known);
            known.forgotten();
            return null;
        });
    }

    int size() {
        return pages.size();
    }

    /** Returns of how many lost connections something is kept. */
    int lostConnections() {
        synchronized (lost) {
            return lost.size();
        }
    }

    /** Returns how much the pages take that are lost. */
    long lostBytes() {
        return lostBytes.get();
    }
}
