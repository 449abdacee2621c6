package io.github.liveview4j.examples.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Redis of the test's own, to be killed, frozen and starved. It keeps its port and its folder over its lives, so that what it
 * has on disk is there again. A process of the {@code redis-server} on the path or of the one that embedded-redis brings, whatever
 * {@link TestRedis} uses. For one thread.
 */
public final class RedisProcess implements AutoCloseable {

    /** What survives a {@link RedisProcess#kill()}. */
    public enum Persistence {
        /** Nothing. */
        NONE,
        /** Everything that was answered. */
        ALWAYS
    }

    private final int port = FreePort.next();
    private final Path folder;
    private final Persistence persistence;
    private final List<String> settings;
    private @Nullable Process process;

    /**
     * Starts one.
     *
     * @param settings more of the server's own, such as {@code --maxmemory 8mb}
     */
    public RedisProcess(Persistence persistence, String... settings) {
        this.persistence = persistence;
        this.settings = List.of(settings);
        try {
            folder = Files.createDirectories(Path.of("target", "redis-" + port).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** Returns its port. */
    public int port() {
        return port;
    }

    /** Starts it again. */
    public void start() {
        List<String> command = new ArrayList<>(List.of(
                TestRedis.executable().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--save",
                "",
                "--appendonly",
                persistence == Persistence.ALWAYS ? "yes" : "no",
                "--appendfsync",
                "always"));
        command.addAll(settings);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("redis.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("Redis answers, see " + folder).atMost(Duration.ofMinutes(1)).until(this::answers);
    }

    /** Kills it without a chance to write anything. */
    public void kill() {
        Signals.kill(running());
    }

    /** Freezes it: connections stay, nothing is answered. */
    public void freeze() {
        Signals.freeze(running());
    }

    /** Lets it go on. */
    public void thaw() {
        Signals.thaw(running());
    }

    /** Cuts every subscriber; what is published before they are back reaches none of them. */
    public int cutSubscribers() {
        return Integer.parseInt(ask("CLIENT", "KILL", "TYPE", "pubsub"));
    }

    /** Returns how many connections subscribe. */
    public long subscribers() {
        return ask("CLIENT", "LIST", "TYPE", "pubsub")
                .lines()
                .filter(line -> !line.isBlank())
                .count();
    }

    /** Makes it a replica, which refuses to write; of a server that is not there, so that it keeps what it has. */
    public void makeReadOnly() {
        ask("REPLICAOF", "127.0.0.1", "1");
    }

    /** Makes it a primary again. */
    public void makeWritable() {
        ask("REPLICAOF", "NO", "ONE");
    }

    /** Limits its memory, with nothing to be evicted: a limit below what it holds refuses every write. 0 takes it away. */
    public void limitMemory(long bytes) {
        ask("CONFIG", "SET", "maxmemory-policy", "noeviction");
        ask("CONFIG", "SET", "maxmemory", Long.toString(bytes));
    }

    /** Says something to it. */
    public String ask(String... command) {
        return RedisLink.ask(port, command);
    }

    private boolean answers() {
        try {
            return ask("PING").equals("PONG");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "started by the constructor");
    }

    @Override
    public void close() {
        kill();
    }
}
