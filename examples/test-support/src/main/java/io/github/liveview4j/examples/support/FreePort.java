package io.github.liveview4j.examples.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that go down and come back. For any thread. */
public final class FreePort {

    private FreePort() {}

    /**
     * Returns a port that stays free while its server is down. One of those that systems give to outgoing connections would not:
     * whoever tries to reach the server that is down could be given that very port.
     */
    public static int next() {
        for (int attempt = 0; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                if (attempt == 20) {
                    throw new UncheckedIOException(taken);
                }
            }
        }
    }
}
