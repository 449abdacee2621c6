package io.github.liveview4j.examples.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTests {

    private ServerSocket listener;
    private TcpProxy proxy;
    private Socket client;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        proxy = new TcpProxy(listener.getLocalPort());
        open();
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        listener.close();
    }

    @Test
    void passesBothWays() throws IOException {
        client.getOutputStream().write("up".getBytes());
        server.getOutputStream().write("down".getBytes());

        assertThat(new String(server.getInputStream().readNBytes(2))).isEqualTo("up");
        assertThat(new String(client.getInputStream().readNBytes(4))).isEqualTo("down");
    }

    @Test
    void cutsAfterSoManyBytes() throws IOException {
        proxy.onOpen(connection -> connection.cutAfterUp(3));
        open();

        client.getOutputStream().write("abcdef".getBytes());

        byte[] got = new byte[10];
        int read = 0;
        try {
            for (int n = 0; n >= 0; n = server.getInputStream().read(got, read, 10 - read)) {
                read += n;
            }
        } catch (IOException reset) {
            // A reset may overtake what was sent before it.
        }
        assertThat(read).isLessThanOrEqualTo(3);
    }

    @Test
    void swallowedConnectionLooksOpenToBoth() throws IOException {
        proxy.open().forEach(ProxiedConnection::swallow);
        client.getOutputStream().write("lost".getBytes());
        client.close();

        server.setSoTimeout(200);
        assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        assertThat(proxy.open()).singleElement().satisfies(connection -> {
            await().until(() -> connection.clientEndedAt() > 0);
            assertThat(connection.serverEndedAt()).isZero();
        });
    }

    @Test
    void partitionCutsAndRefusesUntilItIsRestored() throws IOException {
        proxy.partition();
        assertThatThrownBy(() -> ended(client)).isInstanceOf(IOException.class);
        try (Socket refused = new Socket("localhost", proxy.port())) {
            assertThatThrownBy(() -> ended(refused)).isInstanceOf(IOException.class);
        } catch (IOException alsoGood) {
            // Refused while connecting.
        }

        proxy.restore();
        open();
        passesBothWays();
    }

    private void open() throws IOException {
        client = new Socket("localhost", proxy.port());
        server = listener.accept();
        await().until(() -> !proxy.open().isEmpty());
    }

    /** Reads; an end counts as a reset. */
    private static void ended(Socket socket) throws IOException {
        if (socket.getInputStream().read() < 0) {
            throw new IOException("ended");
        }
    }
}
