package io.github.liveview4j.broadcast;

import io.github.liveview4j.room.Parcel;
import io.github.liveview4j.room.RoomDelivery;
import io.github.liveview4j.session.LiveViewSession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings broadcasts to the outboxes of their audiences, one after the other and in one order for everybody.
 *
 * <p>One thread writes at a time, blocking, because that is the cheapest way to send. A watcher looks every 20 ms
 * whether it is held up: then the browser concerned is written to asynchronously from now on, all others for a second,
 * and another thread goes on with the next session. One browser that stops reading so costs the others some 40 ms, and
 * thirty hardly more.
 *
 * <p>What queues up is joined: the worker takes all broadcasts in a row that have the same array as their audience, up
 * to 64 KiB, and sends clients of v2 one frame with a JSON array of them. A broadcast never overtakes one to another
 * audience, as a session may belong to both.
 *
 * <p>{@link #deliver} never waits. The queue is bounded to 16 MiB by whoever asks {@link #awaitSpace} before: past it, that waits
 * until the lane has caught up. That is waiting for this machine, not for a browser, since the lane waits for none; and the alternatives
 * are to lose broadcasts, to close healthy connections or to run out of memory. The lane's own worker never waits
 * there, so that code which it calls may broadcast.
 *
 * <p>Any thread may call the public methods. Threads are started by the first broadcast; an idle lane keeps two of
 * them, both parked.
 */
public final class FanOutLane implements RoomDelivery, AutoCloseable {

    static final int MOST_JOINED = 64 * 1024;
    static final int MOST_WAITING = 16 * 1024 * 1024;

    /** What a waiting broadcast costs besides its bytes, so that a million of empty ones is bounded too. */
    private static final int OVERHEAD = 256;

    @SuppressWarnings("ArrayRecordComponent") // an audience is its array, not what is in it
    private record Waiting(LiveViewSession[] audience, Parcel parcel) {

        int size() {
            return parcel.v2().size();
        }
    }

    private final int mostWaiting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition space = lock.newCondition();
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private final FanOutWatcher watcher = new FanOutWatcher(this);
    private long waiting;
    private boolean idle = true;
    private boolean closed;
    private volatile @Nullable FanOutWorker worker;

    /** Makes a lane; it has no thread until it is needed. */
    public FanOutLane() {
        this(MOST_WAITING);
    }

    FanOutLane(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    /**
     * Sends a broadcast to all sessions of an audience, after all broadcasts delivered before; returns at once. After {@link #close()} it does nothing.
     *
     * @param audience not written to any more by anybody; the same array again means the same audience
     */
    @Override
    public void deliver(LiveViewSession[] audience, Parcel parcel) {
        if (audience.length == 0) {
            return;
        }
        Waiting one = new Waiting(audience, parcel);
        int cost = one.size() + OVERHEAD;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            queue.add(one);
            waiting += cost;
            if (worker == null) {
                begin();
            }
            work.signal();
        } finally {
            lock.unlock();
        }
        watcher.wake();
    }

    /** Waits while the queue is full, unless the lane is closed or its own worker asks. */
    @Override
    public void awaitSpace() {
        lock.lock();
        try {
            while (waiting >= mostWaiting && !closed && !isWorkersThread()) {
                space.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void begin() {
        watcher.start();
        FanOutWorker first = new FanOutWorker(this);
        worker = first;
        first.start();
    }

    private boolean isWorkersThread() {
        FanOutWorker current = worker;
        return current != null && current.isCurrentThread();
    }

    /** Waits for the next round; returns {@code null} when the lane is closed and everything is delivered. */
    @Nullable
    FanOutRound take() {
        lock.lock();
        try {
            while (queue.isEmpty()) {
                idle = true;
                if (closed) {
                    watcher.wake();
                    return null;
                }
                work.awaitUninterruptibly();
            }
            idle = false;
            return join();
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private FanOutRound join() {
        Waiting next = queue.remove();
        LiveViewSession[] audience = next.audience();
        List<Parcel> parcels = new ArrayList<>(1);
        // The bracket at the end; each object brings the bracket or comma before it.
        int length = 1;
        while (true) {
            parcels.add(next.parcel());
            length += 1 + next.size();
            waiting -= next.size() + OVERHEAD;
            next = queue.peek();
            if (next == null || next.audience() != audience || length + 1 + next.size() > MOST_JOINED) {
                space.signalAll();
                return new FanOutRound(audience, parcels);
            }
            queue.remove();
        }
    }

    /** Puts another worker in the place of one that is held up in a write, unless the write has just returned. */
    void replace(FanOutWorker stuck, long writing) {
        // Made before the old one is retired: a lane whose worker is gone and whose next one cannot be made is lost.
        FanOutWorker successor = new FanOutWorker(this);
        FanOutRound round = stuck.retire(writing);
        if (round != null) {
            successor.inherit(round);
            worker = successor;
            round.session().foundStuck();
            successor.start();
        }
    }

    @Nullable
    FanOutWorker worker() {
        return worker;
    }

    /** Returns whether nothing waits and nothing is under way. */
    boolean isIdle() {
        lock.lock();
        try {
            return idle && queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether the lane is closed and its last broadcast delivered. */
    boolean isFinished() {
        lock.lock();
        try {
            return closed && idle && queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more broadcasts; those that wait are still delivered, then the threads end. Returns at once. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
            space.signalAll();
        } finally {
            lock.unlock();
        }
        watcher.wake();
    }
}
