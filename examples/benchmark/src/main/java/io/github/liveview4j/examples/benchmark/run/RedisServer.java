package io.github.liveview4j.examples.benchmark.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Redis of this program's own, where {@code redis-server} is on the path. For one thread. */
final class RedisServer implements AutoCloseable {

    private static final Pattern VERSION = Pattern.compile("v=(\\S+)");

    private final int port;
    private final Process process;

    private RedisServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Returns where it is installed. */
    static Optional<Path> program() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns its version, or empty where none is installed. */
    static Optional<String> version() {
        return program().map(program -> {
            Matcher version = VERSION.matcher(Programs.output(List.of(program.toString(), "--version")));
            return version.find() ? version.group(1) : "unknown";
        });
    }

    /** Starts one that writes nothing to the disk, and waits until it is there. */
    static RedisServer start(Path program) {
        int port = ServerProcess.freePort();
        try {
            Process process = new ProcessBuilder(
                            program.toString(), "--port", String.valueOf(port), "--save", "", "--appendonly", "no")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            RedisServer redis = new RedisServer(port, process);
            redis.awaitStarted();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    private void awaitStarted() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new IllegalStateException("redis-server did not start on port " + port);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
