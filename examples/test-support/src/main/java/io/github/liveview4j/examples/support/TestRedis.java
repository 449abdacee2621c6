package io.github.liveview4j.examples.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
 * <p>Others may use it, too: whoever writes to it takes a prefix of its own. Who kills it needs a {@link RedisProcess}. For any
 * thread.
 */
public final class TestRedis {

    private static final String IMAGE = "redis:7-alpine";

    private static final String CHOICE = System.getProperty("test.redis", "");

    private static final class Holder {
        static final URI URL = find(CHOICE);
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

    /** A server to start as a process: the one on the path, else, or where that is asked for, the one of embedded-redis. */
    static Path executable() {
        return CHOICE.equals("embedded") ? embedded() : onPath().orElseGet(TestRedis::embedded);
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
        int port = FreePort.next();
        Path log = Path.of("target", "redis-" + port + ".log");
        Process process;
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            process = new ProcessBuilder(
                            executable.toString(),
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await("Redis answers, see " + log).atMost(Duration.ofMinutes(1)).until(() -> answers(process, port, log));
        return URI.create("redis://127.0.0.1:" + port);
    }

    private static boolean answers(Process process, int port, Path log) {
        if (!process.isAlive()) {
            throw new IllegalStateException("redis-server has ended, see " + log.toAbsolutePath());
        }
        try {
            return RedisLink.ask(port, "PING").equals("PONG");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
