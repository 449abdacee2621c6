package io.github.liveview4j.examples.reliability.client;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a page stays connected: one socket after the other, with a pause after each that is lost, and an ear for silence.
 *
 * <p>For the thread of the loop; what it tells of itself may be asked by any.
 */
final class PageConnection {

    /** Is told what happens, on the thread of the loop. */
    interface Listener {
        /** A socket is open, on which nothing was said yet. */
        void opened();

        /** A message came; {@code withWelcome} if it was in front of a welcome in the same frame. */
        void received(JsonNode message, boolean withWelcome);
    }

    private static final int HANDSHAKE_LIMIT = 10_000;

    private final SocketLoop loop;
    private final IntSupplier ports;
    private final Listener listener;
    private final Backoff backoff;
    private final Heartbeat heartbeat;
    private final String address;
    private SocketLoop.@Nullable Timer timer;
    private @Nullable PageSocket socket;
    private boolean closed;
    private volatile boolean connected;
    private volatile long lostAt;
    private volatile long connectedAt;
    private volatile int connections;
    private volatile int lastClose;
    private volatile int port;

    PageConnection(SocketLoop loop, PageSettings settings, IntSupplier ports, Random random, Listener listener) {
        this.loop = loop;
        this.ports = ports;
        this.listener = listener;
        backoff = new Backoff(settings.retryMin(), settings.retryMax(), random);
        heartbeat = new Heartbeat(loop, () -> send(Map.of("type", "ping")), () -> lose(PageSocket.ABNORMAL));
        String digits = String.format("%016x%016x", random.nextLong(), random.nextLong());
        address =
                "/ws/liveview/" + digits.substring(0, 12) + "4" + digits.substring(13, 16) + "a" + digits.substring(17);
    }

    void connect(int to) {
        if (closed) {
            return;
        }
        cancelTimer();
        port = to;
        timer = loop.schedule(HANDSHAKE_LIMIT, () -> lose(PageSocket.ABNORMAL));
        try {
            socket = new PageSocket(loop, to, address, new Events());
        } catch (IOException e) {
            lose(PageSocket.ABNORMAL);
        }
    }

    void send(Map<String, ?> message) {
        if (socket != null) {
            socket.send(Json.write(message));
        }
    }

    /** Tells whether something can be said. */
    boolean isOpen() {
        return socket != null && socket.isOpen();
    }

    /** A welcome came; returns whether it is the first of its socket. */
    boolean welcomed(long heartbeatMillis) {
        if (connected) {
            return false;
        }
        cancelTimer();
        backoff.reset();
        heartbeat.watch(heartbeatMillis);
        connected = true;
        connectedAt = System.nanoTime();
        connections++;
        return true;
    }

    /** Leaves, and comes back after so many milliseconds. */
    void retry(long after) {
        lose(1000);
        cancelTimer();
        if (!closed) {
            timer = loop.schedule(Math.max(0, after), () -> connect(ports.getAsInt()));
        }
    }

    /** Resets the socket, as a network does. */
    void cut() {
        if (socket != null) {
            socket.cut();
            lose(PageSocket.ABNORMAL);
        }
    }

    /** Stops reading, or goes on. */
    void stall(boolean stall) {
        if (socket != null) {
            socket.stall(stall);
        }
    }

    /** Leaves for good. */
    void close() {
        closed = true;
        connected = false;
        heartbeat.watch(0);
        if (socket != null) {
            socket.close();
        }
    }

    boolean isClosed() {
        return closed;
    }

    boolean isConnected() {
        return connected;
    }

    long lostAt() {
        return lostAt;
    }

    long connectedAt() {
        return connectedAt;
    }

    int connections() {
        return connections;
    }

    int lastClose() {
        return lastClose;
    }

    int port() {
        return port;
    }

    private void lose(int code) {
        PageSocket lost = socket;
        socket = null;
        if (connected) {
            lostAt = System.nanoTime();
            lastClose = code;
        }
        connected = false;
        heartbeat.watch(0);
        cancelTimer();
        if (lost != null) {
            lost.close();
        }
        if (!closed) {
            timer = loop.schedule(backoff.next(), () -> connect(ports.getAsInt()));
        }
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
        }
    }

    /** What a socket tells that the page has left behind is passed over. */
    private final class Events implements PageSocket.Listener {

        @Override
        public void opened(PageSocket opened) {
            if (opened == socket) {
                listener.opened();
            }
        }

        @Override
        public void heard(PageSocket from) {
            if (from == socket) {
                heartbeat.heard();
            }
        }

        @Override
        public void received(PageSocket from, byte[] frame) {
            List<JsonNode> messages = Json.read(frame);
            int welcome = -1;
            for (int i = 0; i < messages.size(); i++) {
                welcome = Json.text(messages.get(i), "type").equals("welcome") ? i : welcome;
            }
            for (int i = 0; i < messages.size() && from == socket; i++) {
                listener.received(messages.get(i), i < welcome);
            }
        }

        @Override
        public void closed(PageSocket lost, int code) {
            if (lost == socket) {
                lose(code);
            }
        }
    }
}
