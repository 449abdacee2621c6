package io.github.liveview4j.session;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * One asynchronous write. The sender and the completion may meet in any order, and the second of the two goes on
 * with the queue: measured on Tomcat, completions overtake their sender by the thousand.
 *
 * <p>For the thread that sends and the one that reports.
 */
final class AsyncWrite implements Wire.Completion {

    private static final int SENDING = 0;
    private static final int PENDING = 1;
    private static final int SENT = 2;
    private static final int FAILED = 3;

    private final WireWriter writer;
    private final Outbox outbox;
    private final AtomicInteger state = new AtomicInteger(SENDING);

    AsyncWrite(WireWriter writer, Outbox outbox) {
        this.writer = writer;
        this.outbox = outbox;
    }

    /** Called by the sender when {@code sendAsync} has returned. */
    boolean isSentAlready() {
        return !state.compareAndSet(SENDING, PENDING) && state.get() == SENT;
    }

    @Override
    public void sent() {
        if (!state.compareAndSet(SENDING, SENT) && state.compareAndSet(PENDING, SENT)) {
            writer.goOn();
        }
    }

    @Override
    public void failed(Throwable cause) {
        if (state.compareAndSet(SENDING, FAILED) || state.compareAndSet(PENDING, FAILED)) {
            outbox.end(cause);
        }
    }
}
