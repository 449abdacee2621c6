package io.github.liveview4j.session;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
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
 * <p>A browser that does not take its frames is given up: when more bytes wait than the limit, when one write takes
 * longer than the timeout, or when a write fails, the outbox is dead. Its queue is dropped, its owner is told once, and
 * nothing is written any more. A frame larger than the whole limit is still sent while nothing else waits, as no
 * patience of the browser could make it fit.
 *
 * <p>Any thread may call any method. The lock guards fields only: it is never held while writing or calling anybody.
 */
public final class Outbox {

    /** Hears of the end of an outbox that the outbox itself decided on; called once, on any thread, without a lock. */
    interface Owner {

        /**
         * Must not block: the caller may be on its way to a thousand other browsers.
         *
         * @param cause why a write failed, or {@code null} if the browser was too slow
         */
        void ended(CloseReason reason, @Nullable Throwable cause);
    }

    private final Wire wire;
    private final int limit;
    private final BlockingGate gate;
    private final Owner owner;

    private final ReentrantLock lock = new ReentrantLock();
    private boolean busy;
    private long writing;
    private @Nullable OutboxQueue queue;
    private @Nullable Frame begun;
    private volatile long since;
    private volatile boolean dead;
    private volatile boolean slow;

    Outbox(Wire wire, int limit, BlockingGate gate, Owner owner) {
        this.wire = wire;
        this.limit = limit;
        this.gate = gate;
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
            pump(frame, true);
        }
    }

    /** Makes every further write asynchronous: for a browser that has once held up a thread. */
    void slow() {
        slow = true;
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

    /**
     * A loop and not a recursion: a write that completes within its own call is a return value here.
     *
     * @param first what to write first, or {@code null} for what waits
     * @param mayBlock {@code false} on a thread of the container that only came to report a completion; some containers
     *     forbid blocking there
     */
    private void pump(@Nullable Frame first, boolean mayBlock) {
        try {
            Frame frame = first == null ? next() : first;
            while (frame != null && !dead) {
                if (!wire.isOpen()) {
                    throw new IOException("The connection is closed");
                }
                frame = write(frame, mayBlock) ? next() : null;
            }
        } catch (Throwable e) {
            // Also an Error: the thread belongs to all sessions, and this one cannot be written to again.
            end(e);
        }
    }

    /** Returns whether the frame is out and the caller still the writer. */
    private boolean write(Frame frame, boolean mayBlock) throws IOException {
        if (mayBlock && !slow && gate.enter()) {
            try {
                wire.send(frame);
            } finally {
                gate.leave();
            }
            return true;
        }
        AsyncWrite write = new AsyncWrite();
        wire.sendAsync(frame, write);
        return write.isSentAlready();
    }

    private @Nullable Frame next() {
        OutboxQueue.Batch batch = take();
        return batch == null ? null : batch.frame();
    }

    private OutboxQueue.@Nullable Batch take() {
        lock.lock();
        try {
            if (dead) {
                return null;
            }
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
        } finally {
            lock.unlock();
        }
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

    private void end(@Nullable Throwable cause) {
        if (shut()) {
            owner.ended(CloseReason.TOO_SLOW, cause);
        }
    }

    private boolean die() {
        boolean wasAlive = !dead;
        dead = true;
        queue = null;
        since = 0;
        return wasAlive;
    }

    /**
     * One asynchronous write. The sender and the completion may meet in any order, and the second of the two goes on
     * with the queue: measured on Tomcat, completions overtake their sender by the thousand.
     */
    private final class AsyncWrite implements Wire.Completion {

        private static final int SENDING = 0;
        private static final int PENDING = 1;
        private static final int SENT = 2;
        private static final int FAILED = 3;

        private final AtomicInteger state = new AtomicInteger(SENDING);

        /** Called by the sender when {@code sendAsync} has returned. */
        boolean isSentAlready() {
            return !state.compareAndSet(SENDING, PENDING) && state.get() == SENT;
        }

        @Override
        public void sent() {
            if (!state.compareAndSet(SENDING, SENT) && state.compareAndSet(PENDING, SENT)) {
                pump(null, false);
            }
        }

        @Override
        public void failed(Throwable cause) {
            if (state.compareAndSet(SENDING, FAILED) || state.compareAndSet(PENDING, FAILED)) {
                end(cause);
            }
        }
    }
}
