package io.github.liveview4j.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A browser made by hand: it records what it gets, stops reading when told to, and completes in every way a container
 * may.
 *
 * <p>As on Tomcat, closing does not wake a write that blocks.
 */
public class TestWire implements Wire {

    /** How an asynchronous write ends. */
    public enum Async {
        /** Within the call. */
        INLINE,
        /** On another thread, at its leisure. */
        LATER,
        /** On another thread, before the call returns. */
        OVERTAKING
    }

    private record Held(Frame frame, Completion completion) {}

    private record Expected(int count, Runnable then) {}

    private static final Executor CONTAINER = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "container");
        thread.setDaemon(true);
        return thread;
    });

    private final Async async;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<String> received = new ArrayList<>();
    private @Nullable Held held;
    private @Nullable Expected expected;
    private boolean stalled;
    private volatile @Nullable Throwable broken;
    private volatile boolean open = true;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger blocked = new AtomicInteger();
    private final AtomicInteger blocking = new AtomicInteger();
    private final AtomicInteger asynchronous = new AtomicInteger();
    private volatile boolean overlapped;

    /** Why it was closed, a line each time. */
    public final List<CloseReason> closes = new CopyOnWriteArrayList<>();

    public TestWire() {
        this(Async.INLINE);
    }

    public TestWire(Async async) {
        this.async = async;
    }

    /** Stops reading: writes wait until {@link #resume()}. */
    public void stall() {
        lock.lock();
        try {
            stalled = true;
        } finally {
            lock.unlock();
        }
    }

    /** Reads again; an asynchronous write that waits completes on a thread of the container. */
    public void resume() {
        Held waiting;
        lock.lock();
        try {
            stalled = false;
            waiting = held;
            held = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (waiting != null) {
            CONTAINER.execute(() -> complete(waiting.frame(), waiting.completion()));
        }
    }

    /** Fails every write from now on. */
    public void breakWith(Throwable cause) {
        broken = cause;
    }

    /** Closes from the browser's side. */
    public void hangUp() {
        open = false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void send(Frame frame) throws IOException {
        blocking.incrementAndGet();
        enter();
        try {
            awaitReader();
            Throwable cause = broken;
            if (cause instanceof IOException e) {
                throw e;
            } else if (cause instanceof RuntimeException e) {
                throw e;
            } else if (cause instanceof Error e) {
                throw e;
            }
            receive(frame);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    @Override
    public void sendAsync(Frame frame, Completion completion) {
        asynchronous.incrementAndGet();
        enter();
        lock.lock();
        try {
            if (stalled) {
                held = new Held(frame, completion);
                return;
            }
        } finally {
            lock.unlock();
        }
        switch (async) {
            case INLINE -> complete(frame, completion);
            case LATER -> CONTAINER.execute(() -> complete(frame, completion));
            case OVERTAKING -> {
                Thread overtaking = new Thread(() -> complete(frame, completion));
                overtaking.start();
                try {
                    overtaking.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Override
    public void close(CloseReason reason) {
        open = false;
        closes.add(reason);
    }

    /** Called with every frame, before it counts as received. */
    protected void reading(String text) {}

    private void complete(Frame frame, Completion completion) {
        Throwable cause = broken;
        if (cause == null) {
            receive(frame);
        }
        inFlight.decrementAndGet();
        if (cause == null) {
            completion.sent();
        } else {
            completion.failed(cause);
        }
    }

    private void enter() {
        if (inFlight.incrementAndGet() > 1) {
            overlapped = true;
        }
    }

    private void awaitReader() {
        lock.lock();
        try {
            blocked.incrementAndGet();
            while (stalled) {
                changed.awaitUninterruptibly();
            }
        } finally {
            blocked.decrementAndGet();
            lock.unlock();
        }
    }

    private void receive(Frame frame) {
        reading(frame.text());
        lock.lock();
        try {
            received.add(frame.text());
            tell();
        } finally {
            lock.unlock();
        }
    }

    /** Runs {@code then}, on whatever thread, as soon as {@code count} frames have been received. */
    public void whenReceived(int count, Runnable then) {
        lock.lock();
        try {
            expected = new Expected(count, then);
            tell();
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        Expected awaited = expected;
        if (awaited != null && received.size() >= awaited.count()) {
            expected = null;
            awaited.then().run();
        }
    }

    /** Returns the frames received so far. */
    public List<String> received() {
        lock.lock();
        try {
            return List.copyOf(received);
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many frames were received so far. */
    public int count() {
        lock.lock();
        try {
            return received.size();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether a thread is held up in a blocking write. */
    public boolean holdsUpAThread() {
        return blocked.get() > 0;
    }

    /** Returns whether ever a write began while another was under way. */
    public boolean hasOverlapped() {
        return overlapped;
    }

    public int blockingWrites() {
        return blocking.get();
    }

    public int asyncWrites() {
        return asynchronous.get();
    }
}
