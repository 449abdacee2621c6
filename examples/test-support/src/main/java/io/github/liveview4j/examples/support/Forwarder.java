package io.github.liveview4j.examples.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands between browsers and nodes, as small as it can be: every new connection goes to the node that is chosen at the
 * time. A connection whose node is killed breaks, as it does at a proxy, and all of them can be cut, as a network does it.
 */
public final class Forwarder implements AutoCloseable {

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean isCut;
    private volatile int node;

    /**
     * Opens it, on a port that was free.
     *
     * @param node the port of the first node, of this machine
     */
    public Forwarder(int node) throws IOException {
        this.node = node;
        this.door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        start(this::accept);
    }

    /** Returns the address of the node's start page, as a browser is to know it. */
    public String url() {
        return "http://localhost:" + door.getLocalPort() + "/";
    }

    /**
     * Chooses the node of the connections to come.
     *
     * @param port its port, of this machine
     */
    public void moveTo(int port) {
        node = port;
    }

    /** Breaks all connections, and every new one until {@link #mend}. */
    public void cut() {
        refused.set(0);
        isCut = true;
        open.forEach(Forwarder::close);
    }

    /** Returns how many connections were refused since the last {@link #cut}. */
    public int refused() {
        return refused.get();
    }

    /** Lets new connections through again. */
    public void mend() {
        isCut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                start(() -> forward(browser));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void forward(Socket browser) {
        Socket server = new Socket();
        open.add(browser);
        try {
            // Asked after it was added: who cuts in between finds it there.
            if (isCut) {
                refused.incrementAndGet();
                return;
            }
            server.connect(new InetSocketAddress("localhost", node), 1_000);
            start(() -> copy(server, browser));
            copy(browser, server);
        } catch (IOException noNode) {
            // The browser sees that its connection ends.
        } finally {
            open.remove(browser);
            close(browser);
            close(server);
        }
    }

    /** Until one side ends, and then neither goes on. */
    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // An end like any other.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It was to go.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "forwarder");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
