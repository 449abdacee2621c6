package io.github.liveview4j.spring.session;

import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A tab that calls a handler a hundred times a second until its socket is closed, and remembers how. */
final class Tab implements AutoCloseable {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final RawWebSocket socket;
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread caller = new Thread(this::call, "tab-caller");
    private final Thread reader = new Thread(this::read, "tab-reader");
    private volatile boolean isOver;
    private volatile String end = "";
    private volatile long endedAt;

    private Tab(RawWebSocket socket) {
        this.socket = socket;
    }

    static Tab open(int port, String cookie) {
        Tab tab = new Tab(RawWebSocket.v2(port, "/ws/liveview/desk", cookie).hello());
        if (!tab.socket.next().contains("welcome")) {
            throw new AssertionError("No welcome");
        }
        tab.caller.setDaemon(true);
        tab.reader.setDaemon(true);
        tab.caller.start();
        tab.reader.start();
        return tab;
    }

    /** Waits until calls are answered. */
    Tab underWay() throws InterruptedException {
        if (!first.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("No call was answered");
        }
        return this;
    }

    /** Waits for the end, and returns how the socket was closed. */
    String end() throws InterruptedException {
        if (!closed.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("The socket was not closed");
        }
        return end;
    }

    long endedAt() {
        return endedAt;
    }

    private void call() {
        long next = System.nanoTime();
        for (int id = 1; !isOver; id++) {
            try {
                socket.send("{\"type\":\"call\",\"id\":" + id
                        + ",\"function\":\"work\",\"data\":{},\"form\":[],\"done\":" + (id - 1) + "}");
            } catch (RuntimeException e) {
                return;
            }
            next += PAUSE;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void read() {
        while (true) {
            String frame;
            try {
                frame = socket.next();
            } catch (AssertionError e) {
                continue;
            }
            if (frame.startsWith("close ")) {
                endedAt = System.nanoTime();
                end = frame;
                isOver = true;
                closed.countDown();
                return;
            }
            if (frame.contains("\"reply\"")) {
                first.countDown();
            }
        }
    }

    @Override
    public void close() {
        isOver = true;
        socket.close();
    }
}
