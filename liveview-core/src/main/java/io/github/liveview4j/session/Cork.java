package io.github.liveview4j.session;

import java.util.ArrayList;
import java.util.List;

/**
 * What one thread sends to a browser while it holds an {@link Outbox} back, for all of it to go out as one frame.
 *
 * <p>Only that thread's frames are held, only so many bytes, and only for a moment: see {@link CorkWatcher}. Guarded by the
 * outbox's lock.
 */
final class Cork {

    /** More than this gains nothing: it would not be joined. */
    static final int MOST = OutboxQueue.MOST_JOINED;

    private final Thread owner = Thread.currentThread();
    private final List<Frame> frames = new ArrayList<>(2);
    private long bytes;
    private boolean isJoined = true;

    boolean isOfThisThread() {
        return owner == Thread.currentThread();
    }

    /** Returns whether it holds as much as it may, so that it has to be let go of. */
    boolean isFull() {
        return bytes > MOST;
    }

    void add(Frame frame) {
        frames.add(frame);
        bytes += frame.size();
        isJoined &= frame.isObject();
    }

    /** Returns whether all of it makes one frame. */
    boolean isOneFrame() {
        return frames.size() == 1 || (frames.size() > 1 && isJoined && !isFull());
    }

    List<Frame> frames() {
        return frames;
    }
}
