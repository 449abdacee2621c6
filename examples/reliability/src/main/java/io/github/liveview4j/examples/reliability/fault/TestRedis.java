package io.github.liveview4j.examples.reliability.fault;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis for tests, one for this process: the one that {@code -Dtest.redis} names ({@code redis://host:port}, or one of
 * {@code docker}, {@code path}, {@code embedded}), else one in Docker, else the {@code redis-server} on the path, else the one
 * that embedded-redis brings. With none of them it fails: a test that is left out in silence proves nothing.
 *
 * <p>Depends on nothing but Testcontainers and embedded-redis, so that it can be copied. For any thread.
 */
public final class TestRedis {

    private static final String IMAGE = "redis:7-alpine";
    private static final Duration START = Duration.ofSeconds(20);

    private static final class Holder {
        static final URI URL = find(System.getProperty("test.redis", ""));
    }

    private TestRedis() {}

    /** Returns where it is, {@code redis://host:port}; starts it when it is asked for the first time. */
    public static URI url() {
        return Holder.URL;
    }

    static URI find(String choice) {
        if (choice.startsWith("redis://") || choice.startsWith("rediss://")) {
            return URI.create(choice);
        }
        return switch (choice) {
            case "docker" -> docker();
            case "path" -> start(onPath().orElseThrow(() -> new IllegalStateException("No redis-server on the PATH")));
            case "embedded" -> start(embedded());
            case "" -> hasDocker() ? docker() : start(executable());
            default ->
                throw new IllegalArgumentException(
                        "Expected -Dtest.redis=redis://host:port, docker, path or embedded; got " + choice);
        };
    }

    /** A server to start as a process, for tests that kill it: the one on the path, else the one of embedded-redis. */
    static Path executable() {
        return onPath().orElseGet(TestRedis::embedded);
    }

    private static boolean hasDocker() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException none) {
            return false;
        }
    }

    @SuppressWarnings("resource") // Testcontainers removes it with the process.
    private static URI docker() {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(IMAGE)).withExposedPorts(6379);
        container.start();
        return URI.create("redis://" + container.getHost() + ":" + container.getMappedPort(6379));
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(System.getProperty("path.separator")))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path embedded() {
        try {
            return ExecutableProvider.newJarResourceProvider().get().toPath();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Expected one of: -Dtest.redis=redis://host:port, Docker, a redis-server on the PATH, or a machine that "
                            + "embedded-redis has a server for; found none",
                    e);
        }
    }

    private static URI start(Path executable) {
        try {
            int port = freePort();
            Process process = new ProcessBuilder(
                            executable.toString(), "--port", "" + port, "--save", "", "--appendonly", "no")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            long end = System.nanoTime() + START.toNanos();
            while (!accepts(port)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException(executable + " does not start; try it by hand with --port " + port);
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            return URI.create("redis://localhost:" + port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
