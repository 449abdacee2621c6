package io.github.liveview4j.spring.redis;

import com.redis.testcontainers.RedisContainer;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.testcontainers.DockerClientFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis: the one that {@code -Dtest.redis=redis://host:port} names, else one in Docker, else {@code redis-server} of
 * the path, else the one that comes with embedded-redis; {@code -Dtest.redis=docker|path|embedded} picks one. With none of
 * them the tests fail.
 *
 * <p>A test that kills or fills its Redis starts its own, which is always a process.
 */
public final class TestRedis implements AutoCloseable {

    private static final String CHOICE = System.getProperty("test.redis", "any");
    private static final String IMAGE = "redis:7-alpine";
    private static @Nullable TestRedis shared;

    private final String host;
    private final int port;
    private final List<String> commandLine;
    private final Path folder;
    private @Nullable Process process;

    private TestRedis(String host, int port, List<String> commandLine, Path folder) {
        this.host = host;
        this.port = port;
        this.commandLine = commandLine;
        this.folder = folder;
    }

    /** Returns the one of this JVM; tests keep apart by their prefix. */
    public static synchronized TestRedis shared() {
        TestRedis known = shared;
        if (known == null) {
            known = find();
            shared = known;
        }
        return known;
    }

    private static TestRedis find() {
        if (CHOICE.contains("://")) {
            URI uri = URI.create(CHOICE);
            return new TestRedis(uri.getHost(), uri.getPort(), List.of(), Path.of("."));
        }
        boolean isDocker = CHOICE.equals("docker")
                || (CHOICE.equals("any") && DockerClientFactory.instance().isDockerAvailable());
        if (isDocker) {
            RedisContainer container = new RedisContainer(IMAGE);
            container.start();
            return new TestRedis(container.getHost(), container.getFirstMappedPort(), List.of(), Path.of("."));
        }
        TestRedis own = own("--save", "");
        Runtime.getRuntime().addShutdownHook(new Thread(own::close));
        return own;
    }

    /** Starts a server of the test's own, in an empty folder. */
    public static TestRedis own(String... options) {
        try (ServerSocket free = new ServerSocket(0)) {
            Path folder = Files.createTempDirectory("liveview-redis");
            List<String> line = new ArrayList<>(List.of(executable(), "--port", "" + free.getLocalPort()));
            line.addAll(List.of("--bind", "127.0.0.1", "--dir", folder.toString()));
            line.addAll(List.of(options));
            TestRedis redis = new TestRedis("127.0.0.1", free.getLocalPort(), line, folder);
            free.close();
            redis.start();
            return redis;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "No Redis could be started: neither -Dtest.redis, Docker, redis-server on the "
                            + "path nor embedded-redis worked",
                    e);
        }
    }

    private static String executable() throws IOException {
        if (!CHOICE.equals("embedded")) {
            String found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> new File(folder, "redis-server"))
                    .filter(File::canExecute)
                    .map(File::getPath)
                    .findFirst()
                    .orElse(null);
            if (found != null) {
                return found;
            }
        }
        return ExecutableProvider.newJarResourceProvider().get().getPath();
    }

    public void start() {
        try {
            process = new ProcessBuilder(commandLine)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptions()
                .until(() -> command("PING").equals("PONG"));
    }

    /** Ends it as a crash does. */
    public void kill() {
        Process running = process();
        running.destroyForcibly();
        try {
            running.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds it: it takes connections and answers nothing. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + process().pid()).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process process() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("Expected a Redis of the test's own");
        }
        return running;
    }

    public int port() {
        return port;
    }

    public String host() {
        return host;
    }

    DataRedisConnectionDetails details() {
        return details(null, null);
    }

    DataRedisConnectionDetails details(@Nullable String user, @Nullable String password) {
        return new DataRedisConnectionDetails() {
            @Override
            public Standalone getStandalone() {
                return Standalone.of(host, port);
            }

            @Override
            public @Nullable String getUsername() {
                return user;
            }

            @Override
            public @Nullable String getPassword() {
                return password;
            }
        };
    }

    /** Says something to it over a connection of its own and returns the first line of the answer, without its type. */
    String command(String... words) {
        byte[][] bytes = Stream.of(words).map(RedisKeys::bytes).toArray(byte[][]::new);
        return command(bytes);
    }

    String command(byte[]... words) {
        try (RawRedis raw = new RawRedis(host, port)) {
            return raw.command(words);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one))
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                // A temporary folder that stays does no harm.
            }
        }
    }
}
