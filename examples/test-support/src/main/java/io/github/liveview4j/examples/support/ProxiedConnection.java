package io.github.liveview4j.examples.support;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** One connection through a {@link TcpProxy}, and what is wrong with it. For any thread. */
public final class ProxiedConnection {

    private static final long NEVER = Long.MAX_VALUE;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Socket client;
    private final Socket server;
    private final AtomicLong up = new AtomicLong();
    private final AtomicLong down = new AtomicLong();
    private volatile long upLimit = NEVER;
    private volatile long downLimit = NEVER;
    private volatile long delayMillis;
    private volatile int bytesPerSecond;
    private volatile boolean swallowing;
    private volatile boolean stalled;
    private volatile boolean webSocket;
    private volatile long clientEndedAt;
    private volatile long serverEndedAt;

    ProxiedConnection(Socket client, Socket server) {
        this.client = client;
        this.server = server;
    }

    void start() {
        pump("up", client, server, up);
        pump("down", server, client, down);
    }

    /** Resets it to both sides. */
    public void cut() {
        reset(client);
        reset(server);
    }

    /** Resets it once this many bytes went from the client to the server, counted from its beginning. */
    public void cutAfterUp(long bytes) {
        upLimit = bytes;
    }

    /** Resets it once this many bytes went from the server to the client. */
    public void cutAfterDown(long bytes) {
        downLimit = bytes;
    }

    /** Tells whether it began as a WebSocket does; a page is fetched over connections that are kept open as well. */
    public boolean isWebSocket() {
        return webSocket;
    }

    /** Returns how many bytes went from the client to the server. */
    public long bytesUp() {
        return up.get();
    }

    /** Returns how many bytes went from the server to the client. */
    public long bytesDown() {
        return down.get();
    }

    /** Holds every piece back for so long. */
    public void delay(Duration delay) {
        delayMillis = delay.toMillis();
    }

    /** Takes what comes from both sides and passes nothing on, not even an end: each side believes the other is there. */
    public void swallow() {
        swallowing = true;
    }

    /** Stops taking what comes from the server, or goes on: to the server the client has frozen. */
    public void stall(boolean stall) {
        stalled = stall;
    }

    /** Takes so many bytes a second from the server. */
    public void throttle(int bytes) {
        bytesPerSecond = bytes;
    }

    /** Returns when the server ended it, by {@link System#nanoTime()}; 0 if it has not. */
    public long serverEndedAt() {
        return serverEndedAt;
    }

    /** Returns when the client ended it, by {@link System#nanoTime()}; 0 if it has not. */
    public long clientEndedAt() {
        return clientEndedAt;
    }

    boolean isOver() {
        return client.isClosed() && server.isClosed();
    }

    private void pump(String name, Socket from, Socket to, AtomicLong count) {
        Thread pump = new Thread(() -> pump(from, to, count), "proxy-" + name);
        pump.setDaemon(true);
        pump.start();
    }

    private void pump(Socket from, Socket to, AtomicLong count) {
        byte[] buffer = new byte[16 * 1024];
        boolean isDown = from == server;
        try {
            while (true) {
                while (isDown && stalled) {
                    Thread.sleep(LOOK_AGAIN.toMillis());
                }
                boolean isFirst = count.get() == 0;
                boolean slow = isDown && bytesPerSecond > 0;
                int read = from.getInputStream().read(buffer, 0, slow ? bytesPerSecond : buffer.length);
                if (read < 0) {
                    break;
                }
                if (isFirst && !isDown) {
                    webSocket = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("Upgrade: websocket");
                }
                if (slow) {
                    Thread.sleep(1_000);
                }
                if (delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                long left = (isDown ? downLimit : upLimit) - count.get();
                int passed = (int) Math.min(read, Math.max(0, left));
                count.addAndGet(passed);
                if (!swallowing && passed > 0) {
                    to.getOutputStream().write(buffer, 0, passed);
                }
                if (passed == left) {
                    cut();
                }
            }
        } catch (IOException | InterruptedException ended) {
            // Told below.
        }
        ended(from, to, isDown);
    }

    private void ended(Socket from, Socket to, boolean byServer) {
        if (byServer) {
            serverEndedAt = serverEndedAt == 0 ? System.nanoTime() : serverEndedAt;
        } else {
            clientEndedAt = clientEndedAt == 0 ? System.nanoTime() : clientEndedAt;
        }
        reset(from);
        if (!swallowing) {
            close(to);
        }
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            return;
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Which is what was wanted.
        }
    }
}
