package io.github.liveview4j.broadcast;

import io.github.liveview4j.session.Frame;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one broadcast says, encoded at most once in each dialect, however many browsers it goes to.
 *
 * <p>Any thread may call any method.
 */
public final class Parcel {

    private final Frame v2;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Supplier<List<Frame>> encoder;
    private List<Frame> v1 = List.of();

    /**
     * Makes a parcel.
     *
     * @param v2 the broadcast for clients of v2: one JSON object, so that it can be joined with others into an array; a
     *     {@linkplain Frame#shared shared} frame
     * @param v1 encodes it for clients of v1, which know one update a frame: into no, one or several frames. Called at
     *     most once, when the first such client is met, on the lane's thread.
     */
    public Parcel(Frame v2, Supplier<List<Frame>> v1) {
        this.v2 = v2;
        this.encoder = v1;
    }

    /** Returns the frame for clients of v2. */
    public Frame v2() {
        return v2;
    }

    /**
     * Returns the frames for clients of v1, in their order; unmodifiable.
     *
     * @throws RuntimeException what the encoder threw at the first call; a later call then returns no frames
     */
    public List<Frame> v1() {
        lock.lock();
        try {
            Supplier<List<Frame>> once = encoder;
            if (once != null) {
                // Given up before it is called: an encoder that failed is not tried again.
                encoder = null;
                v1 = List.copyOf(once.get());
            }
            return v1;
        } finally {
            lock.unlock();
        }
    }
}
