package io.github.liveview4j.examples.reliability.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;

/**
 * One thread on which thousands of pages live: their sockets, their timers and everything they do.
 *
 * <p>{@link #execute} may be called from any thread, all else on the loop's own only.
 */
public final class SocketLoop implements AutoCloseable {

    /** Something that happens later. */
    static final class Timer implements Comparable<Timer> {

        private final long at;
        private final Runnable task;
        private boolean cancelled;

        private Timer(long at, Runnable task) {
            this.at = at;
            this.task = task;
        }

        void cancel() {
            cancelled = true;
        }

        @Override
        public int compareTo(Timer other) {
            return Long.compare(at, other.at);
        }
    }

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(128 * 1024);
    private final Thread thread;
    private volatile boolean closed;

    /** Starts the thread. */
    public SocketLoop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = new Thread(this::run, "pages");
        thread.setDaemon(true);
        thread.start();
    }

    /** Does something on the thread of the loop, soon. */
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    Timer schedule(long millis, Runnable task) {
        Timer timer = new Timer(System.nanoTime() + millis * 1_000_000, task);
        timers.add(timer);
        return timer;
    }

    /** What is read goes here first: one buffer for all, since only one is read at a time. */
    ByteBuffer buffer() {
        return buffer.clear();
    }

    SelectionKey register(SocketChannel channel, int operations, IntConsumer ready) throws ClosedChannelException {
        return channel.register(selector, operations, ready);
    }

    private void run() {
        while (!closed) {
            try {
                selector.select(this::ready, pause());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                guarded(task);
            }
            long now = System.nanoTime();
            while (!timers.isEmpty() && timers.peek().at - now <= 0) {
                Timer timer = timers.remove();
                if (!timer.cancelled) {
                    guarded(timer.task);
                }
            }
        }
    }

    private void ready(SelectionKey key) {
        if (key.isValid()) {
            guarded(() -> ((IntConsumer) key.attachment()).accept(key.readyOps()));
        }
    }

    /** One page's mistake must not be the end of the others. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            e.printStackTrace();
        }
    }

    private long pause() {
        if (!tasks.isEmpty()) {
            return 1;
        }
        Timer next = timers.peek();
        return next == null ? 1_000 : Math.max(1, (next.at - System.nanoTime()) / 1_000_000 + 1);
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join(5_000);
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
