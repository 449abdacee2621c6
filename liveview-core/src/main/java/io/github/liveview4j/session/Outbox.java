package io.github.liveview4j.session;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
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
    private @Nullable Frame writing;
    private @Nullable Queue<Frame> queue;
    private int bytes;
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
            if (writing == null) {
                begin(frame);
                bytes = frame.size();
                return true;
            }
            if ((long) bytes + frame.size() <= limit) {
                queue().add(frame);
                bytes += frame.size();
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
        pump(writing, true);
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
     * @param mayBlock {@code false} on a thread of the container that only came to report a completion; some containers
     *     forbid blocking there
     */
    private void pump(@Nullable Frame first, boolean mayBlock) {
        Frame frame = first;
        try {
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
        lock.lock();
        try {
            Frame done = writing;
            if (dead || done == null) {
                return null;
            }
            bytes -= done.size();
            Frame next = queue == null ? null : queue.poll();
            if (next != null) {
                begin(next);
            } else {
                // The queue goes too: an idle session keeps nothing of the burst it once had.
                queue = null;
                writing = null;
                since = 0;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void begin(Frame frame) {
        writing = frame;
        // An odd number is never the 0 that means "nothing in flight", and a nanosecond does not matter.
        since = System.nanoTime() | 1;
    }

    private Queue<Frame> queue() {
        Queue<Frame> known = queue;
        if (known == null) {
            known = new ArrayDeque<>(4);
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
                pump(next(), false);
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
