package io.github.liveview4j.examples.chat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * What stands in front of two nodes, as small as it can be: every new connection goes to the node that is chosen at the time.
 * A connection whose node is killed breaks, as it does at a proxy.
 */
final class Forwarder implements AutoCloseable {

    private final ServerSocket door;
    private volatile int node;

    Forwarder(int node) throws IOException {
        this.node = node;
        this.door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        start(this::accept);
    }

    String url() {
        return "http://localhost:" + door.getLocalPort() + "/";
    }

    /** Chooses the node of the connections to come. */
    void moveTo(int port) {
        node = port;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                Socket server = new Socket();
                start(() -> {
                    try {
                        server.connect(new InetSocketAddress("localhost", node), 1_000);
                        start(() -> copy(server, browser));
                        copy(browser, server);
                    } catch (IOException noNode) {
                        close(browser);
                    }
                });
            } catch (IOException closed) {
                return;
            }
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
