package io.github.liveview4j.examples.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * A network that can be told to fail: it stands between a client and a server, and what it does to their bytes can be changed
 * at any moment, for every connection or for those that are open. For any thread.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 64 * 1024;

    private final ServerSocket server;
    private final Queue<ProxiedConnection> connections = new ConcurrentLinkedQueue<>();
    private volatile int target;
    private volatile boolean refusing;
    private volatile Consumer<ProxiedConnection> onOpen = connection -> {};

    /** Begins to pass on to a port of this machine. */
    public TcpProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(FreePort.next(), 1024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread acceptor = new Thread(this::accept, "proxy-" + server.getLocalPort());
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Returns the port to connect to. */
    public int port() {
        return server.getLocalPort();
    }

    /** Sends new connections to another port; those that are open stay. */
    public void retarget(int port) {
        target = port;
    }

    /** Cuts what is open and, until {@link #restore()}, everything new. */
    public void partition() {
        refusing = true;
        cut();
    }

    /** Takes new connections again, and does to them nothing that was asked for with {@link #onOpen}. */
    public void restore() {
        onOpen = connection -> {};
        refusing = false;
    }

    /** Resets every open connection, to both sides. */
    public void cut() {
        open().forEach(ProxiedConnection::cut);
    }

    /** Does something to every connection that will be opened, before its first byte. */
    public void onOpen(Consumer<ProxiedConnection> fault) {
        onOpen = fault;
    }

    /** Returns the connections that are open, at least to one side. */
    public List<ProxiedConnection> open() {
        connections.removeIf(ProxiedConnection::isOver);
        return List.copyOf(connections);
    }

    /** Returns those of them that are WebSockets. */
    public List<ProxiedConnection> openSockets() {
        return open().stream().filter(ProxiedConnection::isWebSocket).toList();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                if (refusing) {
                    ProxiedConnection.reset(client);
                } else {
                    connect(client);
                }
            }
        } catch (IOException closed) {
            // The end of the proxy.
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Socket upstream = new Socket();
            // Small, so that a server soon feels that nothing is taken.
            upstream.setReceiveBufferSize(RECEIVE_BUFFER);
            upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            ProxiedConnection connection = new ProxiedConnection(client, upstream);
            onOpen.accept(connection);
            connections.removeIf(ProxiedConnection::isOver);
            connections.add(connection);
            connection.start();
        } catch (IOException down) {
            ProxiedConnection.reset(client);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
