package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.Wire;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.channels.CompletionHandler;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.net.SocketWrapperBase.BlockingMode;
import org.apache.tomcat.util.net.SocketWrapperBase.CompletionState;
import org.jspecify.annotations.Nullable;

/**
 * Writes whole frames to the socket under Tomcat's WebSocket session, without ever waiting for a browser.
 *
 * <p>What a session's own API does for a frame (a semaphore, a state machine, a message handler, statistics, a lock) costs about as
 * much as the rest of the way to the kernel. Here it is one call of the method that Tomcat itself ends up in, which keeps its
 * writes and ours apart and, with TLS, encrypts. Reading, pings, and closing stay with Tomcat. Everything goes out as text.
 *
 * <p>A write that Tomcat does not take because it is just writing itself, a pong or a close frame, is tried again after some
 * milliseconds, and then less and less often: nothing tells when it is done.
 *
 * <p>A frame may still follow the close frame when the other side closes at that very moment, and is discarded there (RFC 6455,
 * 1.4). For any thread; the outbox is the only writer.
 */
final class TomcatWire extends JakartaWire implements CompletionHandler<Long, Wire.Completion> {

    private static final long FIRST_RETRY = 5;
    private static final long LAST_RETRY = 160;

    /** Made with the first retry; its thread is a daemon's, so that there is nothing to shut down. */
    private static final class Retries {

        private static final ScheduledExecutorService TIMER = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "liveview-write-again");
            thread.setDaemon(true);
            return thread;
        });
    }

    private volatile @Nullable SocketWrapperBase<?> socket;
    private final long timeout;

    TomcatWire(Session session, SocketWrapperBase<?> socket, Duration sendTimeout) {
        super(session, true, sendTimeout);
        this.socket = socket;
        this.timeout = sendTimeout.toMillis();
    }

    @Override
    public boolean prefersBlocking() {
        return false;
    }

    @Override
    public void sendAsync(Frame frame, Completion completion) {
        write(frame, completion, FIRST_RETRY);
    }

    private void write(Frame frame, Completion completion, long retryMillis) {
        SocketWrapperBase<?> current = socket;
        if (current == null) {
            completion.failed(new IOException("The connection is gone"));
            return;
        }
        CompletionState state = current.write(
                BlockingMode.NON_BLOCK,
                timeout,
                TimeUnit.MILLISECONDS,
                completion,
                SocketWrapperBase.COMPLETE_WRITE,
                this,
                frame.framed());
        // In any other state the completion has been told, or will be.
        if (state == CompletionState.INLINE) {
            completion.sent();
        } else if (state == CompletionState.NOT_DONE) {
            ScheduledFuture<?> unused = Retries.TIMER.schedule(
                    () -> writeAgain(frame, completion, Math.min(2 * retryMillis, LAST_RETRY)),
                    retryMillis,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void writeAgain(Frame frame, Completion completion, long retryMillis) {
        try {
            if (isOpen()) {
                write(frame, completion, retryMillis);
            } else {
                completion.failed(new IOException("The connection is closed"));
            }
        } catch (RuntimeException e) {
            completion.failed(e);
        }
    }

    @Override
    public void completed(Long bytes, Completion completion) {
        completion.sent();
    }

    @Override
    public void failed(Throwable cause, Completion completion) {
        completion.failed(cause);
    }

    @Override
    public void forget() {
        super.forget();
        // It has the buffers of the connection.
        socket = null;
    }
}
