package io.github.liveview4j.examples.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A Redis of the test's own: the {@code redis-server} on the path, which keeps nothing. Where there is none, the test fails: one
 * that is left out in silence proves nothing.
 *
 * <p>For one thread.
 */
public final class RedisServer implements AutoCloseable {

    private final int port;
    private final Process process;

    /** Starts it on a free port, and returns when it listens. */
    public RedisServer() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        process = new ProcessBuilder(
                        "redis-server", "--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "redis.log").toFile())
                .start();
        await().atMost(Duration.ofMinutes(1)).until(this::answers);
    }

    /** Returns the port that it listens on, of this machine only. */
    public int port() {
        return port;
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("redis-server has ended, see target/redis.log");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
