package io.github.liveview4j.session;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is still to be sent to one browser, and the only thing that writes to its {@link Wire}.
 *
 * <p>Frames go out in the order in which they were offered, one write at a time. Whoever offers a frame while none is
 * being written writes it, and after it what has queued up meanwhile; everybody else leaves the frame in the queue and
 * goes on. The write blocks, which is the cheap way, unless this browser was found {@linkplain #slow() slow} or the
 * gate of all sessions is closed: then it is asynchronous, and the wire's completion goes on with the queue.
 *
 * <p>What waits is less than what was offered: an update that a later one has made needless is left out, before anything is
 * counted against the limit, and updates in a row go out as one frame ({@link OutboxQueue}). A browser that only follows a
 * ticker, however slowly, so never has more than one price waiting.
 *
 * <p>A thread that is going to send several things at once {@linkplain #cork() corks} the outbox, and what it offers goes out as
 * one frame when it uncorks it. That saves a write, which is what a small frame costs. Whatever might take long ends it: a frame
 * that another thread offers, more than 64 KiB, the end of the session, and some milliseconds ({@link CorkWatcher}).
 *
 * <p>A browser that does not take its frames is given up: when more bytes wait than the limit, when one write takes
 * longer than the timeout, or when a write fails, the outbox is dead. Its queue is dropped, its owner is told once, and
 * nothing is written any more. A frame larger than the whole limit is still sent while nothing else waits, as no
 * patience of the browser could make it fit.
 *
 * <p>Any thread may call any method. The lock guards fields only: it is never held while writing or calling anybody.
 */
public final class Outbox {

    private final WireWriter writer;
    private final int limit;
    private final OutboxOwner owner;
    private final CorkWatcher watcher;

    private final ReentrantLock lock = new ReentrantLock();
    private boolean busy;
    private long writing;
    private @Nullable OutboxQueue queue;
    private @Nullable Frame begun;
    /** Where it is there, the outbox counts as busy, and nothing is in flight or queued. */
    private @Nullable Cork cork;

    private volatile long heldSince;
    private volatile boolean watched;
    private volatile long since;
    private volatile boolean dead;

    Outbox(Wire wire, int limit, BlockingGate gate, CorkWatcher watcher, OutboxOwner owner) {
        this.writer = new WireWriter(wire, gate, this);
        this.limit = limit;
        this.watcher = watcher;
        this.owner = owner;
    }

    /**
     * Sends a frame after all those offered before, or drops it if this outbox is dead.
     *
     * <p>Returns at once when another thread is writing; otherwise when the wire has taken the frame, or is stuck with
     * it asynchronously.
     */
    public void offer(Frame frame) {
        if (add(frame)) {
            flush();
        }
    }

    /**
     * Takes a frame without writing it; never waits for the browser.
     *
     * @return whether the caller has become the writer and must call {@link #flush()}, on the same thread
     */
    boolean add(Frame frame) {
        lock.lock();
        try {
            if (dead) {
                return false;
            }
            if (!busy) {
                begin(frame.size());
                begun = frame;
                return true;
            }
            Cork held = cork;
            if (held != null) {
                return hold(held, frame);
            }
            OutboxQueue waiting = queue();
            waiting.add(frame);
            if (writing + waiting.bytes() <= limit) {
                return false;
            }
            die();
        } finally {
            lock.unlock();
        }
        owner.ended(CloseReason.TOO_SLOW, null);
        return false;
    }

    /** Writes the frame that {@link #add} made the caller the writer of, and what queues up meanwhile. */
    void flush() {
        // Set by the same thread, and by nobody else before this write is over.
        Frame frame = begun;
        begun = null;
        if (frame != null) {
            writer.write(frame, true);
        }
    }

    /**
     * Holds back what this thread offers from now on, until it calls {@link #uncork}, which it must.
     *
     * <p>Does nothing where frames are being written: they are then what keeps the new ones back.
     */
    void cork() {
        lock.lock();
        try {
            if (!dead && !busy) {
                busy = true;
                cork = new Cork();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends what is held back; does nothing where that is out already.
     *
     * <p>Waits for the browser only on the thread that has offered it, and otherwise leaves that to the wire.
     *
     * @param mustBeOwn whether only what this thread has offered is meant
     */
    void uncork(boolean mustBeOwn) {
        boolean isOwn;
        OutboxQueue.Batch batch;
        lock.lock();
        try {
            Cork held = cork;
            isOwn = held != null && held.isOfThisThread();
            if (held == null || (mustBeOwn && !isOwn)) {
                return;
            }
            batch = letGo(held);
        } finally {
            lock.unlock();
        }
        if (batch != null) {
            writer.write(batch.frame(), isOwn);
        }
    }

    /**
     * Sends what has been held back for so long, and never waits for the browser.
     *
     * @return whether it is to be looked at again, as it still holds something back
     */
    boolean uncorkIfHeldFor(long nanos) {
        long start = heldSince;
        if (start != 0 && System.nanoTime() - start >= nanos) {
            uncork(false);
        }
        return holdsBack();
    }

    /** Returns whether the watcher knows of it, and need not be told at every call. */
    boolean isWatched() {
        return watched;
    }

    /** Takes note of whether the watcher, the only caller, has it in its set. */
    void watched(boolean isWatched) {
        watched = isWatched;
    }

    /** Returns whether something is held back. */
    boolean holdsBack() {
        return heldSince != 0;
    }

    /** Adds a frame to those that are held back; returns whether the caller now has to write them all. */
    private boolean hold(Cork held, Frame frame) {
        boolean isFirst = held.frames().isEmpty();
        held.add(frame);
        if (!held.isOfThisThread() || held.isFull()) {
            begun = held.frames().get(0);
            endCork(held.frames().subList(1, held.frames().size()));
            begin(begun.size());
            return true;
        }
        if (isFirst) {
            heldSince = System.nanoTime() | 1;
            watcher.watch(this);
        }
        return false;
    }

    private OutboxQueue.@Nullable Batch letGo(Cork held) {
        if (!held.isOneFrame()) {
            endCork(held.frames());
            return takeNext();
        }
        endCork(List.of());
        OutboxQueue.Batch batch = OutboxQueue.Batch.of(held.frames());
        begin(batch.bytes());
        return batch;
    }

    private void endCork(List<Frame> left) {
        cork = null;
        heldSince = 0;
        if (!left.isEmpty()) {
            left.forEach(queue()::add);
        }
    }

    /** Makes every further write asynchronous: for a browser that has once held up a thread. */
    void slow() {
        writer.slow();
    }

    /** Ends this outbox if the write in flight has taken longer than {@code nanos}. */
    void endIfStuckFor(long nanos) {
        long start = since;
        if (start != 0 && System.nanoTime() - start > nanos) {
            end(null);
        }
    }

    /**
     * Ends this outbox without telling the owner, who is the one who asks.
     *
     * @return whether it was alive
     */
    boolean shut() {
        lock.lock();
        try {
            return die();
        } finally {
            lock.unlock();
        }
    }

    boolean isDead() {
        return dead;
    }

    /** Returns what is to be written after what was written; {@code null} where there is nothing and the caller is the writer no more. */
    @Nullable
    Frame next() {
        OutboxQueue.Batch batch = take();
        return batch == null ? null : batch.frame();
    }

    private OutboxQueue.@Nullable Batch take() {
        lock.lock();
        try {
            return dead ? null : takeNext();
        } finally {
            lock.unlock();
        }
    }

    private OutboxQueue.@Nullable Batch takeNext() {
        if (queue == null || queue.isEmpty()) {
            // The queue goes too: an idle session keeps nothing of the burst it once had.
            queue = null;
            busy = false;
            writing = 0;
            since = 0;
            return null;
        }
        OutboxQueue.Batch batch = queue.take();
        begin(batch.bytes());
        return batch;
    }

    private void begin(long bytes) {
        busy = true;
        writing = bytes;
        // An odd number is never the 0 that means "nothing in flight", and a nanosecond does not matter.
        since = System.nanoTime() | 1;
    }

    private OutboxQueue queue() {
        OutboxQueue known = queue;
        if (known == null) {
            known = new OutboxQueue();
            queue = known;
        }
        return known;
    }

    /** Gives up because a write failed, or took too long where there is no cause. */
    void end(@Nullable Throwable cause) {
        if (shut()) {
            owner.ended(CloseReason.TOO_SLOW, cause);
        }
    }

    private boolean die() {
        boolean wasAlive = !dead;
        dead = true;
        queue = null;
        cork = null;
        heldSince = 0;
        since = 0;
        return wasAlive;
    }
}
