package io.github.liveview4j.test;

import io.github.liveview4j.dispatch.LiveViewConnection;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A WebSocket that is none: both ends in memory, with real frames in between.
 *
 * <p>What the page sends is taken by the server in order, on the thread that {@link #drain drains}; what the server sends is given to
 * the page on whatever thread sends it. For any thread.
 */
final class PageSocket implements Wire {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The page at the near end. */
    interface Page {

        /** Takes a frame of the server; called by any thread, for one socket by one at a time. */
        void arrived(PageSocket socket, String frame);

        /** Takes note that the server has closed the socket. */
        void lost(PageSocket socket, CloseReason reason);
    }

    private final Page page;
    private final Queue<byte[]> outgoing = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable LiveViewConnection connection;
    private volatile @Nullable String user;
    private volatile boolean open = true;

    PageSocket(Page page) {
        this.page = page;
    }

    /** The handshake was let through. */
    void opened(LiveViewConnection far, @Nullable String name) {
        connection = far;
        user = name;
    }

    boolean isUpgraded() {
        return connection != null;
    }

    /** Returns who the server takes the page for. */
    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /** Returns a frame as it goes over the wire. */
    static byte[] encoded(Map<String, ?> frame) {
        return JSON.writeValueAsString(frame).getBytes(StandardCharsets.UTF_8);
    }

    /** Puts a frame in line; it goes out when somebody drains. */
    void post(Map<String, ?> frame) {
        outgoing.add(encoded(frame));
    }

    /** Gives the server what is in line, and returns when it has worked on it; handlers run on this thread. */
    void drain() {
        LiveViewConnection far = connection;
        if (far == null || turn.isHeldByCurrentThread()) {
            return;
        }
        turn.lock();
        try {
            for (byte[] frame = outgoing.poll(); frame != null && open; frame = outgoing.poll()) {
                far.receive(frame);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Has somebody drain: the thread that is about it, or else one of its own. Never waits. */
    void drainSoon() {
        if (!outgoing.isEmpty() && !turn.isHeldByCurrentThread()) {
            PageThreads.EXECUTOR.execute(this::drain);
        }
    }

    /** The page goes away without a word. */
    void drop() {
        open = false;
        LiveViewConnection far = connection;
        if (far != null) {
            far.closed();
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void send(Frame frame) throws IOException {
        if (!open) {
            throw new IOException("The page has gone");
        }
        page.arrived(this, frame.text());
    }

    @Override
    public void sendAsync(Frame frame, Completion completion) {
        try {
            send(frame);
        } catch (IOException | RuntimeException e) {
            completion.failed(e);
            return;
        }
        completion.sent();
    }

    @Override
    public void close(CloseReason reason) {
        if (open) {
            drop();
            page.lost(this, reason);
        }
    }
}
