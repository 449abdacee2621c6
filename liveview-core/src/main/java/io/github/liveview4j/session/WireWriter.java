package io.github.liveview4j.session;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The hand of an {@link Outbox}: writes one frame after the other, blocking as long as that is safe.
 *
 * <p>For the thread that is the outbox's writer; {@link #slow} for any.
 */
final class WireWriter {

    private final Wire wire;
    private final BlockingGate gate;
    private final Outbox outbox;
    private volatile boolean slow;

    WireWriter(Wire wire, BlockingGate gate, Outbox outbox) {
        this.wire = wire;
        this.gate = gate;
        this.outbox = outbox;
        // A wire that holds no thread is written to like one that must not hold any.
        this.slow = !wire.prefersBlocking();
    }

    /** Makes every further write asynchronous. */
    void slow() {
        slow = true;
    }

    /** Goes on after an asynchronous write, on the thread that came to report it. */
    void goOn() {
        write(null, false);
    }

    /**
     * Writes until nothing waits, or until a write goes on without this thread.
     *
     * <p>A loop and not a recursion: a write that completes within its own call is a return value here.
     *
     * @param first what to write first, or {@code null} for what waits
     * @param mayBlock {@code false} on a thread that must not wait for this browser, such as one of the container that only came
     *     to report a completion; some containers forbid blocking there
     */
    void write(@Nullable Frame first, boolean mayBlock) {
        try {
            Frame frame = first == null ? outbox.next() : first;
            while (frame != null && !outbox.isDead()) {
                if (!wire.isOpen()) {
                    throw new IOException("The connection is closed");
                }
                frame = isWritten(frame, mayBlock) ? outbox.next() : null;
            }
        } catch (Throwable e) {
            // Also an Error: the thread belongs to all sessions, and this one cannot be written to again.
            outbox.end(e);
        }
    }

    /** Returns whether the frame is out and the caller still the writer. */
    private boolean isWritten(Frame frame, boolean mayBlock) throws IOException {
        if (mayBlock && !slow && gate.enter()) {
            try {
                wire.send(frame);
            } finally {
                gate.leave();
            }
            return true;
        }
        AsyncWrite write = new AsyncWrite(this, outbox);
        wire.sendAsync(frame, write);
        return write.isSentAlready();
    }
}
